import type { Root } from 'mdast';
import type { Finding } from '../model/finding.js';
import type { Issue, PlacedItem } from '../model/issue.js';
import type { ItemEvent } from '../model/item.js';
import type { Organisation } from '../model/organisation.js';
import { type Place, placeOf } from '../model/place.js';
import { type CalendarEvent, calendarFile } from '../render/calendar-file.js';
import { firstParagraph } from '../render/tree.js';
import type { OutputFile } from '../workspace/write-folder.js';

export type CalendarFiles = {
  /** Names beside the edition, by item id. */
  readonly names: ReadonlyMap<string, string>;
  readonly files: readonly OutputFile[];
  readonly findings: readonly Finding[];
};

const none: CalendarFiles = { names: new Map(), files: [], findings: [] };

/**
 * A calendar file for every event of an issue, in the words of the issue. None where the organisation has no web pages,
 * since a mail cannot bring them along.
 */
export async function calendarFiles(
  issue: Issue,
  organisation: Organisation,
  bodies: ReadonlyMap<string, Root>,
): Promise<CalendarFiles> {
  const events = issue.sections.flatMap(({ items }) => items).filter(({ item }) => item.event !== undefined);
  if (events.length === 0 || organisation.web === undefined || issue.publication.channel === 'copy') return none;
  const names = new Map<string, string>();
  const files: OutputFile[] = [];
  const findings: Finding[] = [];
  for (const placed of events) {
    const { file, finding } = await calendarFileOf(placed, issue, organisation, bodies.get(placed.item.id));
    if (finding) findings.push(finding);
    if (!file) continue;
    names.set(placed.item.id, file.name);
    files.push(file);
  }
  return { names, files, findings };
}

/** In a folder of its language where the words are translated, so that one file does not replace the other. */
function nameOf({ item, lang, source }: PlacedItem): string {
  return source.file === item.source.file ? `events/${item.id}.ics` : `events/${lang}/${item.id}.ics`;
}

async function calendarFileOf(
  placed: PlacedItem,
  { date, publication }: Issue,
  organisation: Organisation,
  body: Root | undefined,
): Promise<{ readonly file?: OutputFile; readonly finding?: Finding }> {
  const { item, title, summary } = placed;
  if (!item.event) return {};
  const when = await instantsOf(item.event, organisation.zone);
  if (typeof when === 'string') return { finding: noSuchTime(when, placeOf(item.source, 'event')) };
  const { place, online } = item.event;
  const description = summary ?? (body ? firstParagraph(body) : null);
  const content = await calendarFile({
    uid: `${item.id}@${new URL(organisation.web ?? '').hostname}`,
    title,
    when,
    ...(place !== undefined && { place }),
    ...(online !== undefined && { online }),
    ...(description !== null && { description }),
    organiser: { name: organisation.name, address: publication.sender.replyTo ?? publication.sender.address },
    stamp: `${date}T00:00:00Z`,
  });
  return { file: { name: nameOf(placed), content } };
}

/** When an event is, for any calendar; or, in words, why its time is none. */
async function instantsOf(event: ItemEvent, ownZone: string): Promise<CalendarEvent['when'] | string> {
  const { starts, ends, zone = ownZone } = event;
  if (starts.length === 10) return { firstDay: starts, ...(ends !== undefined && { lastDay: ends.slice(0, 10) }) };
  // Late: zones take long to load.
  const { instantOf } = await import('../calendar/zone.js');
  try {
    return { starts: instantOf(starts, zone), ...(ends !== undefined && { ends: instantOf(ends, zone) }) };
  } catch {
    return `The clocks of “${zone}” do not show these times once, or there is no such time zone.`;
  }
}

function noSuchTime(words: string, place: Place): Finding {
  const fix = 'Write the zone like Europe/London, and a time that is not in the night when clocks change.';
  return { rule: 'calendar/event-time', severity: 'error', place, words, fix };
}
