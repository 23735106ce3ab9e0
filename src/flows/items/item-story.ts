import { listedItems } from '../../assemble/ran-before.js';
import { itemId } from '../../content/read-item.js';
import { exitCode, Fault } from '../../model/fault.js';
import type { Finding } from '../../model/finding.js';
import { closedBy, type Item, type Outcome } from '../../model/item.js';
import { suggestion } from '../../model/suggest.js';
import type { DateText, WallTime } from '../../model/time.js';
import { draftIssue } from '../preview/drafted.js';
import { type ItemWorld, type LoadedItems, loadItems } from './load-items.js';

/** An issue whose issue.md names the item. */
export type NamedIn = {
  readonly publication: string;
  readonly title: string;
  readonly date: DateText;
  readonly isPast: boolean;
};

/** What comes of an item in the next issue of a newsletter that it is for. */
export type NextRun = {
  readonly publication: string;
  readonly title: string;
  /** Absent where the next issue cannot be made. */
  readonly date?: DateText;
  readonly in: boolean;
  /** Where in the issue, or why it is out. */
  readonly words: string;
};

/** Where an item ran, where it will, and what came of it. Plain data: it is printed and compared. */
export type ItemStory = {
  readonly item: string;
  readonly title: string;
  readonly file: string;
  readonly isDraft: boolean;
  readonly named: readonly NamedIn[];
  readonly next: readonly NextRun[];
  readonly deadline?: WallTime;
  /** Since when nothing more can be done about it. */
  readonly closed?: WallTime;
  readonly outcome?: Outcome;
};

/**
 * The story of one item, by its id or its file. Reads the workspace and writes nothing.
 *
 * @throws Fault (exit 2) for an item that there is not.
 */
export async function itemStory(
  name: string,
  world: ItemWorld,
): Promise<{ readonly value?: ItemStory; readonly findings: readonly Finding[] }> {
  const { value: items, findings } = await loadItems(world);
  if (!items) return { findings };
  const item = wanted(name, items, findings);
  if (!item) return { findings };
  const closed = closedBy(item, items.now);
  return {
    value: {
      item: item.id,
      title: item.title,
      file: item.source.file,
      isDraft: item.draft,
      named: namedIn(item, items),
      next: await nextRuns(item, items),
      ...(item.deadline !== undefined && { deadline: item.deadline }),
      ...(closed !== undefined && { closed }),
      ...(item.outcome && { outcome: item.outcome }),
    },
    findings: [],
  };
}

/** Nothing where the item's file cannot be read: then the findings say so. */
function wanted(name: string, { content }: LoadedItems, findings: readonly Finding[]): Item | undefined {
  const id = itemId(name);
  const found = content.items.find((item) => item.id === id);
  if (found || findings.some(({ place }) => place !== undefined && itemId(place.file) === id)) return found;
  throw new Fault({
    code: 'workspace/unknown-item',
    exit: exitCode.usage,
    words: `There is no item called “${id}”.`,
    fix: suggestion(
      id,
      content.items.map((item) => item.id),
    ),
  });
}

function namedIn({ id }: Item, { content: { choices, publications }, now }: LoadedItems): readonly NamedIn[] {
  return choices
    .filter((issue) => listedItems(issue).includes(id))
    .flatMap(({ publication, date }) => {
      const title = publications.find((one) => one.id === publication)?.title;
      return title === undefined ? [] : [{ publication, title, date, isPast: date <= now.slice(0, 10) }];
    })
    .sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
}

async function nextRuns(item: Item, { content, loaded, workshop, now }: LoadedItems): Promise<readonly NextRun[]> {
  const runs: NextRun[] = [];
  for (const { id, title } of content.publications) {
    if (!item.publications.includes(id)) continue;
    const { drafted } = await draftIssue(id, loaded, now, workshop);
    const decision = drafted?.draft.issue.decisions.find((one) => one.item === item.id);
    runs.push({
      publication: id,
      title,
      ...(drafted && { date: drafted.slot.date }),
      in: decision?.in ?? false,
      words: decision?.words ?? 'the next issue cannot be made; “mailout check” says why',
    });
  }
  return runs;
}
