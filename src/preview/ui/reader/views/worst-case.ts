import type { ShownEdition, ShownIssue, ShownPersona } from '../../../../model/workbench.js';
import { lettersOf } from './letters.js';

export type WorstCase = { readonly edition: string; readonly persona?: string; readonly why: string };

type Reason = { readonly weight: number; readonly words: string };

const rightToLeft = new Set(['ar', 'ckb', 'dv', 'fa', 'he', 'ps', 'sd', 'ug', 'ur', 'yi']);

/** A word that is longer than this does not fit beside anything on a phone. */
const longWord = 24;

const longValue = /\blongest\b|\blong\b.{0,20}\b(names?|words?|address(es)?|schools?|workplaces?|branch(es)?)\b/;

/**
 * The edition and the persona that are likeliest to break the layout. What readers' values are is not known in the
 * page, so a persona counts by what her title, id and description say of her.
 */
export function worstCase(issue: ShownIssue, personas: readonly ShownPersona[]): WorstCase | undefined {
  const cases = issue.editions.flatMap((edition) => {
    const ofEdition = editionReasons(edition, issue.editions);
    const readers = personas.filter((persona) => persona.editions[issue.key] === edition.id);
    return [undefined, ...readers].map((persona) => {
      const ofPersona = persona ? personaReasons(persona) : [];
      return { edition, persona, ofPersona, ofEdition, weight: weightOf([...ofPersona, ...ofEdition]) };
    });
  });
  // What stands first wins a tie, so that an edition without a persona wins over one whose persona adds nothing.
  const [worst] = cases.toSorted((one, other) => other.weight - one.weight || other.edition.bytes - one.edition.bytes);
  if (!worst) return undefined;
  const { edition, persona, ofPersona, ofEdition } = worst;
  const words = [...ofPersona, ...ofEdition].map((reason) => reason.words);
  return {
    edition: edition.id,
    ...(persona && { persona: persona.id }),
    why: words.length === 0 ? 'The editions are alike, so any of them will do.' : words.join(' '),
  };
}

function editionReasons(edition: ShownEdition, all: readonly ShownEdition[]): readonly Reason[] {
  const others = all.filter(({ id }) => id !== edition.id);
  const isMost = (measure: (edition: ShownEdition) => number) =>
    others.length > 0 && others.every((other) => measure(edition) > measure(other));
  const longest = longestWord(edition);
  const share = edition.bytes / edition.mostBytes;
  return [
    ...(rightToLeft.has(languageOf(edition)) ? [{ weight: 8, words: 'This edition runs from right to left.' }] : []),
    ...(share > 1
      ? [{ weight: 6, words: 'This edition is larger than its newsletter wants.' }]
      : share > 0.9
        ? [{ weight: 3, words: 'This edition is almost as large as its newsletter allows.' }]
        : []),
    ...(lettersOf(longest).length > longWord
      ? [{ weight: 3, words: `“${longest}” is too long to fit on a phone beside anything.` }]
      : []),
    ...(isMost(({ bytes }) => bytes) ? [{ weight: 1, words: 'This edition is the largest.' }] : []),
    ...(isMost(({ subject }) => lettersOf(subject).length)
      ? [{ weight: 1, words: 'This edition has the longest subject.' }]
      : []),
  ];
}

function personaReasons({ id, title, about = '' }: ShownPersona): readonly Reason[] {
  const said = `${id} ${title} ${about}`.toLowerCase().replaceAll('-', ' ');
  return [
    ...(longValue.test(said) ? [{ weight: 4, words: `${title}: what is filled in is long.` }] : []),
    ...(/\bright to left\b|\b(arabic|hebrew|urdu|farsi|persian)\b/.test(said)
      ? [{ weight: 3, words: `${title}: what is filled in runs from right to left.` }]
      : []),
    ...(/\b(no|without|missing|fallbacks?)\b/.test(said)
      ? [{ weight: 2, words: `${title}: something is not known, and other words stand in for it.` }]
      : []),
  ];
}

function longestWord({ subject, preheader }: ShownEdition): string {
  const words = `${subject} ${preheader}`.split(/[\s\p{Pd}]+/u);
  return words.toSorted((one, other) => other.length - one.length)[0] ?? '';
}

function languageOf({ lang }: ShownEdition): string {
  return lang.toLowerCase().split('-')[0] ?? '';
}

function weightOf(reasons: readonly Reason[]): number {
  return reasons.reduce((sum, { weight }) => sum + weight, 0);
}
