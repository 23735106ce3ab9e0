import { matchesIn, type Passage, placeIn, type Stretch } from '../../passage.js';
import { mendingIn } from '../../prose/mending.js';
import { rule } from '../../rule.js';

/** A habit of typewriters, and how printers write it. */
type Habit = {
  readonly pattern: RegExp;
  /** What to write instead, given the letter that follows. */
  readonly better: (next: string) => string;
  /** Only where a language has it so. */
  readonly except?: RegExp;
  readonly words: string;
  readonly fix: string;
};

const habits: readonly Habit[] = [
  {
    pattern: /(?<=\s)-{2,3}(?=\s)|(?<=\p{L})--(?=\p{L})|(?<=\d)--(?=\d)/gu,
    better: (next) => (/\p{L}/u.test(next) ? ' – ' : '–'),
    words: 'Two hyphens stand for a dash.',
    fix: 'Write a dash: “ – ”.',
  },
  {
    pattern: /(?<=\S) {2,}(?=\S)(?![,.;:!?](?:\s|$))/g,
    better: () => ' ',
    words: 'There is more than one space between words.',
    fix: 'Leave one.',
  },
  {
    pattern: /(?<=[\p{L}\p{N}’”)]) +(?=[,.](?:\s|$))/gu,
    better: () => '',
    words: 'There is a space in front of a full stop or a comma.',
    fix: 'Take it out.',
  },
  {
    pattern: /(?<=[\p{L}\p{N}’”)]) +(?=[;:!?](?:\s|$))/gu,
    better: () => '',
    except: /^fr\b/i,
    words: 'There is a space in front of a punctuation mark.',
    fix: 'Take it out.',
  },
  {
    pattern: /(?<!\.)\.{3}(?!\.)/g,
    better: () => '…',
    words: 'Three full stops stand for an ellipsis.',
    fix: 'Write “…”.',
  },
];

const maybe = /--| {2}| [,.;:!?]|\.{3}/;

export const typography = rule({
  id: 'prose/typography',
  over: 'writing',
  severity: 'info',
  title: 'Dashes, spaces and quotation marks as in print',
  why: 'Stray spaces let a full stop slip to the next line on a narrow screen, and two hyphens are read out as “hyphen hyphen”. Mixed quotation marks show that a text was put together out of pieces.',
  origins: [
    { title: 'GOV.UK style guide, dashes', url: 'https://www.gov.uk/guidance/style-guide/a-to-z-of-gov-uk-style' },
    { title: 'Butterick’s Practical Typography', url: 'https://practicaltypography.com/hyphens-and-dashes.html' },
  ],
  bad: 'Come along -- bring a friend ...',
  good: 'Come along – bring a friend …',
  *judge({ passages, lang }) {
    const suspect = passages.filter(({ text }) => maybe.test(text));
    for (const habit of suspect.length > 0 ? habits : []) {
      if (habit.except?.test(lang)) continue;
      const found = suspect.flatMap((passage) =>
        [...matchesIn(passage, habit.pattern)].map(({ from, to }) => ({ passage, from, to })),
      );
      const first = found[0];
      if (!first) continue;
      yield {
        place: placeIn(first.passage, first.from),
        words: found.length === 1 ? habit.words : `${habit.words} So it is in ${found.length} places of this text.`,
        fix: habit.fix,
        edits: found.flatMap(
          ({ passage, ...stretch }) => mendingIn(passage, stretch, habit.better(passage.text.charAt(stretch.to))) ?? [],
        ),
      };
    }
    const straight = /^(?:en|cy)\b/i.test(lang) ? straightAmongCurly(passages) : undefined;
    if (straight) {
      yield {
        place: placeIn(straight.passage, straight.from),
        words: 'There are straight and curly quotation marks in this text.',
        fix: 'Write all of them curly: “…”, ‘…’, and ’ in “don’t”.',
      };
    }
  },
});

/** The first straight mark of a text that has curly ones as well. Feet, inches and minutes are written straight. */
function straightAmongCurly(passages: readonly Passage[]): (Stretch & { readonly passage: Passage }) | undefined {
  if (!passages.some(({ text }) => /["']/.test(text)) || !passages.some(({ text }) => /[‘’“”]/.test(text))) {
    return undefined;
  }
  for (const passage of passages) {
    for (const { from, to } of matchesIn(passage, /(?<!\d)"|(?<=\p{L})'(?=\p{L})/gu)) return { passage, from, to };
  }
  return undefined;
}
