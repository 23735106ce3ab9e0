import type { Metadata, Sharp } from 'sharp';

/** Longest that anything may move by itself in milliseconds: WCAG 2.2, success criterion 2.2.2 (Pause, Stop, Hide). */
const longest = 5000;
const mostPlays = 3;
const heaviest = 500 * 1024;

/** What a browser makes of a frame that is shown for no time (HTML leaves it open; all of them do). */
const shortestFrame = 20;
const usualFrame = 100;

/**
 * A picture that moves as a GIF that stops in time: played as often as fits into five seconds, at most three times.
 * Undefined if one round takes longer or the GIF would be heavy; then its first frame has to do.
 */
export async function movingPicture(
  frames: Sharp,
  { delay = [], loop = 0 }: Metadata,
): Promise<Uint8Array | undefined> {
  const round = delay.reduce((sum, each) => sum + (each < shortestFrame ? usualFrame : each), 0);
  const plays = Math.min(loop === 0 ? mostPlays : loop, mostPlays, Math.floor(longest / round));
  if (plays < 1) return undefined;
  const bytes = await frames.gif({ loop: plays }).toBuffer();
  return bytes.length <= heaviest ? bytes : undefined;
}
