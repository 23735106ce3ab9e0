import type { Decision } from '../../../model/issue.js';
import { closingOf, type Item } from '../../../model/item.js';
import { type Place, placeOf } from '../../../model/place.js';
import { endOf, startOf, type WallTime } from '../../../model/time.js';
import { rule } from '../../rule.js';
import { offsetAt, type SourceText } from '../../source-text.js';
import type { Writing } from '../../subjects.js';

/** Why an item is not in an issue that it could still be put into. */
const open: readonly Decision['reason'][] = ['no-room', 'not-listed', 'left-out', 'no-section', 'not-yet'];

export const lastChance = rule({
  id: 'content/last-chance',
  over: 'issue',
  severity: 'warning',
  title: 'What closes before the next issue is in this one',
  why: 'An item that is held back and closes before the next issue is never read by anybody. This is the last issue in which readers could act on it.',
  origins: [{ title: 'Mailout, docs/calendar.md: when the next issue goes out' }],
  bad: 'leave-out: [yemen-aid]   # which closes on Friday',
  good: 'items: [yemen-aid, …]',
  *judge({ issue, publication, pool = [], nextSendsAt, earlier, choices }) {
    if (nextSendsAt === undefined) return;
    const reasons = new Map(issue.decisions.map((decision) => [decision.item, decision.reason]));
    const ran = new Set(
      earlier.filter((one) => one.publication.id === publication.id).flatMap(({ items }) => items.map(({ id }) => id)),
    );
    for (const item of pool) {
      const reason = reasons.get(item.id);
      if (reason === undefined || !open.includes(reason) || ran.has(item.id) || item.draft || item.outcome) continue;
      const closing = lastMoment(item, publication.id);
      if (!closing || closing.at < issue.sendsAt || closing.at >= nextSendsAt) continue;
      yield {
        place:
          (reason === 'left-out' && choices && placeInList(choices, item.id)) || placeOf(item.source, closing.path),
        words: `“${item.title}” ${item.event && closing.path === 'event.starts' ? 'takes place' : 'closes'} before the next issue of ${publication.title} goes out, and it is not in this one (${whyNot[reason] ?? reason}).`,
        fix: `Put it in now: name “${item.id}” under “items” or “pinned” in the issue of ${issue.date}.`,
      };
    }
  },
});

/** Where an editor says that an item is left out. */
function placeInList({ source, file }: Writing, id: string): Place | undefined {
  const paths = Object.keys(source.at).filter((path) => /^leave-out\.\d+$/.test(path));
  return paths.map((path) => placeOf(source, path)).find((place) => startsWithId(file, place, id));
}

function startsWithId(file: SourceText, { line, column }: Place, id: string): boolean {
  const words = file.text.slice(offsetAt(file, line, column)).replace(/^["']/, '');
  return words.startsWith(id) && !/^[\w-]/.test(words.slice(id.length, id.length + 1));
}

const whyNot: Readonly<Record<string, string>> = {
  'no-room': 'there is no room',
  'not-listed': 'its list of items does not have it',
  'left-out': 'it is left out',
  'no-section': 'no section takes it',
  'not-yet': 'it runs only later',
};

/** When it is too late for what an item is about. */
function lastMoment(item: Item, publication: string): { readonly at: WallTime; readonly path: string } | undefined {
  if (item.deadline !== undefined) return { at: endOf(item.deadline), path: 'deadline' };
  const actions = item.versions[publication]?.actions ?? item.actions;
  const closings = actions.flatMap((action) => {
    const at = closingOf(action, item);
    return at === undefined ? [] : [endOf(at)];
  });
  const last = closings.sort().at(-1);
  if (item.kind === 'action' && last !== undefined && closings.length === actions.length) {
    return { at: last, path: 'actions' };
  }
  return item.event && { at: startOf(item.event.starts), path: 'event.starts' };
}
