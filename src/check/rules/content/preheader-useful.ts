import { placeOf } from '../../../model/place.js';
import { rule } from '../../rule.js';

/** Mail programs show so much of it beside or below the subject. */
const shortest = 40;
const longest = 110;

export const preheaderUseful = rule({
  id: 'content/preheader-useful',
  over: 'issue',
  severity: 'warning',
  title: 'The line after the subject says something more',
  why: 'In the inbox the preheader stands beside the subject. If it repeats it, or is so short that mail programs fill the line with what comes next in the mail, the best chance to be opened is lost.',
  origins: [{ title: 'Litmus: The ultimate guide to preview text support' }],
  bad: 'subject: "Yemen: four days left to sign"\npreheader: "Yemen: four days left to sign"',
  good: 'subject: "Yemen: four days left to sign"\npreheader: Two urgent actions, a letter for colleagues in Iraq, and dates before Easter.',
  *judge({ issue, publication, choices }) {
    if (publication.channel === 'copy') return;
    const own = choices?.passages.find(({ role }) => role === 'preheader');
    const place = own && choices ? placeOf(choices.source, 'preheader') : placeOf(publication.source, 'preheader');
    const { subject, preheader } = issue;
    const [a, b] = [plain(subject), plain(preheader)];
    if (b === '') return;
    if (a === b || (a.length > 0 && b.startsWith(a))) {
      yield {
        place,
        words: `The preheader “${preheader}” says what the subject says.`,
        fix: 'Say what else is in the issue.',
      };
      return;
    }
    // What is made of titles is as long as they are; only what somebody wrote is held to a length.
    if (!own) return;
    if (preheader.length < shortest) {
      yield {
        place,
        words: `The preheader “${preheader}” has ${preheader.length} characters, and mail programs fill the rest of its line with whatever comes next.`,
        fix: `Say more: ${shortest} to ${longest} characters.`,
      };
    } else if (preheader.length > longest) {
      yield {
        place,
        words: `The preheader has ${preheader.length} characters, of which inboxes show about ${longest}: “${preheader.slice(0, longest)}…”.`,
        fix: 'Put first what matters most, and cut the rest.',
      };
    }
  },
});

function plain(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
