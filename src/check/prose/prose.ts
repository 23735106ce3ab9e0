import type { Passage, PassageRole } from '../passage.js';
import type { Writing } from '../subjects.js';

/** What names somebody or somewhere: no words that could be written otherwise. */
const names: ReadonlySet<PassageRole> = new Set(['signatory', 'place', 'credit', 'partner']);

/** What others said: it stays as they said it. */
const quoted: ReadonlySet<PassageRole> = new Set(['quote', 'excerpt']);

/** Whether the rules of English apply to a writing. */
export function isEnglish({ lang }: Writing): boolean {
  return /^en\b/i.test(lang);
}

/** The passages whose words an editor chose, spelling and all: not names. */
export function proseOf({ passages }: Writing): readonly Passage[] {
  return passages.filter(({ role }) => !names.has(role));
}

/** The passages that an editor could word otherwise: neither names nor what others said. */
export function ownProseOf({ passages }: Writing): readonly Passage[] {
  return passages.filter(({ role }) => !names.has(role) && !quoted.has(role));
}

/** Passages as readers meet them: those of the item itself, and those of each version. */
export function byVersion(passages: readonly Passage[]): readonly (readonly Passage[])[] {
  const groups = new Map<string, Passage[]>();
  for (const passage of passages) {
    const version = /^versions\.([^.]+)/.exec(passage.path)?.[1] ?? '';
    const group = groups.get(version);
    if (group) group.push(passage);
    else groups.set(version, [passage]);
  }
  return [...groups.values()];
}
