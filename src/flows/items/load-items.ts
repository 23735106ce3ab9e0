import { ranBefore } from '../../assemble/ran-before.js';
import type { Content } from '../../content/references.js';
import { addDays } from '../../model/days.js';
import { type Finding, inOrderOfPlace } from '../../model/finding.js';
import type { DateText, WallTime } from '../../model/time.js';
import { readTree } from '../../workspace/read.js';
import { type Loaded, load } from '../load.js';
import { nowIn } from '../schedule.js';
import { createWorkshop, type Workshop } from '../workshop.js';

/** Where and when items are looked at. */
export type ItemWorld = {
  readonly root: string;
  /** Now, as an ISO instant. */
  readonly now: string;
  readonly progress: (words: string) => void;
};

export type LoadedItems = {
  readonly loaded: Loaded;
  readonly content: Content;
  readonly workshop: Workshop;
  /** On the clocks of the organisation. */
  readonly now: WallTime;
};

/** Reads a workspace for questions about its items; without mailout.yaml there are only the findings. */
export async function loadItems({
  root,
  now,
  progress,
}: ItemWorld): Promise<{ readonly value?: LoadedItems; readonly findings: readonly Finding[] }> {
  const workshop = createWorkshop(root, { isKept: true });
  const loaded = load(readTree(root), workshop, progress);
  const findings = inOrderOfPlace(loaded.findings.filter(({ severity }) => severity === 'error'));
  if (!loaded.content) return { findings };
  const wall = await nowIn(loaded.content.organisation, now);
  return { value: { loaded, content: loaded.content, workshop, now: wall }, findings };
}

/** A newsletter in which an item ran, and when it did last. */
export type LastRun = { readonly publication: string; readonly title: string; readonly date: DateText };

/** Where an item ran, up to and with a day, as far as issues were kept: see `ranBefore`. */
export function lastRuns({ publications, choices }: Content, item: string, today: DateText): readonly LastRun[] {
  return publications.flatMap(({ id, title }) => {
    const date = ranBefore(choices, id, addDays(today, 1)).get(item);
    return date === undefined ? [] : [{ publication: id, title, date }];
  });
}
