import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { withChange } from '../../src/content/edit-choices.js';
import { readChoices } from '../../src/content/read-choices.js';
import type { Choices } from '../../src/model/issue.js';
import type { ChoiceChange } from '../../src/model/workbench.js';

const path = 'issues/weekly/2027-03-15/issue.md';

function changed(text: string | undefined, change: ChoiceChange): string {
  return withChange(text === undefined ? undefined : { path, text }, change);
}

const hint = '# yaml-language-server: $schema=../../../.mailout/schemas/issue.json\n';

const tables: readonly (readonly [name: string, before: string | undefined, change: ChoiceChange, after: string])[] = [
  [
    'a subject where there is no file yet',
    undefined,
    { set: 'subject', to: 'Sudan: eleven days' },
    `---\n${hint}subject: "Sudan: eleven days"\n---\n`,
  ],
  [
    'a subject beside what is there',
    '---\n# Agreed on Friday.\npreheader: One petition.\n---\n\nGood morning.\n',
    { set: 'subject', to: 'Sudan' },
    '---\n# Agreed on Friday.\npreheader: One petition.\nsubject: Sudan\n---\n\nGood morning.\n',
  ],
  [
    'another subject, in the quotes and with the comment that it had',
    '---\nsubject: "Old: words" # not final\n---\n',
    { set: 'subject', to: 'New words' },
    '---\nsubject: "New words" # not final\n---\n',
  ],
  [
    'no subject of its own',
    '---\nsubject: Old\npinned: [ a ]\n---\n',
    { set: 'subject', to: undefined },
    '---\npinned: [ a ]\n---\n',
  ],
  ['a pin', '---\nsubject: S\n---\n', { pin: 'a', isPinned: true }, '---\nsubject: S\npinned: [ a ]\n---\n'],
  [
    'another pin, behind the others, and their comments',
    '---\npinned:\n  # First, always.\n  - a\n---\n',
    { pin: 'b', isPinned: true },
    '---\npinned:\n  # First, always.\n  - a\n  - b\n---\n',
  ],
  [
    'the last pin taken out',
    '---\npinned: [ a ]\nsubject: S\n---\n',
    { pin: 'a', isPinned: false },
    '---\nsubject: S\n---\n',
  ],
  [
    'an item left out, which was pinned',
    '---\npinned: [ a, b ]\n---\n',
    { leaveOut: 'a', isOut: true },
    '---\npinned: [ b ]\nleave-out: [ a ]\n---\n',
  ],
  [
    'an item taken back in',
    '---\nleave-out:\n  # Held back.\n  - a\n  - b\n---\n',
    { leaveOut: 'b', isOut: false },
    '---\nleave-out:\n  # Held back.\n  - a\n---\n',
  ],
  ['an order', '---\n---\nHello.\n', { order: ['b', 'a'] }, '---\norder: [ b, a ]\n---\nHello.\n'],
  [
    'an order of some, where others have one',
    '---\norder: [ x, a, b, y ]\n---\n',
    { order: ['b', 'a'] },
    '---\norder: [ x, y, b, a ]\n---\n',
  ],
  [
    'an order of pinned items, in their own list',
    '---\npinned: [ a, x, b ]\n---\n',
    { order: ['b', 'a'] },
    '---\npinned: [ b, x, a ]\n---\n',
  ],
  [
    'an order in an issue that lists its items, with their comments',
    '---\nitems:\n  - a # the petition\n  - b\n  - c\n---\n',
    { order: ['c', 'a'] },
    '---\nitems:\n  - c\n  - b\n  - a # the petition\n---\n',
  ],
];

describe('a change to an issue is written as a person would', () => {
  it.each(tables)('%s', (_name, before, change, after) => {
    expect(changed(before, change)).toBe(after);
  });

  it('and what is so already stays as it is, to the letter', () => {
    const text = '---\npinned: [a,b]   # odd   spaces\n---\nText\n';
    expect(changed(text, { pin: 'a', isPinned: true })).toBe(text);
  });
});

describe('whatever the file', () => {
  const id = fc.constantFrom('a', 'b', 'c', 'd', 'e');
  const some = fc.uniqueArray(id, { minLength: 1 });
  const list = (name: string) =>
    some.chain((all) =>
      fc.constantFrom(
        `${name}: [${all.join(', ')}]`,
        `${name}:\n${all.map((one) => `  - ${one}`).join('\n')}`,
        `${name}:\n${all.map((one) => `  # About ${one}\n  - ${one} # so`).join('\n')}`,
      ),
    );
  const words = fc.stringMatching(/^[A-Za-z"':#&*{}[\]!|>%@ ,.-]{1,30}$/).filter((text) => text.trim() !== '');
  const line = fc.oneof(
    words.map((text) => `subject: ${JSON.stringify(text)}`),
    words.map((text) => `preheader: ${JSON.stringify(text)} # why`),
    list('pinned'),
    list('leave-out'),
    list('order'),
    list('items'),
    some.map((all) => `sections:\n  news:\n    limit: 2\n    items: [${all.join(', ')}]`),
  );
  const file = fc
    .uniqueArray(line, { selector: (text) => text.split(':')[0] ?? '', maxLength: 6 })
    .map(
      (lines) => `---\n# A note.\n${lines.map((one) => `${one}\n`).join('')}---\n\nThe intro, [[first_name|friend]].\n`,
    );
  const change: fc.Arbitrary<ChoiceChange> = fc.oneof(
    fc.record({
      set: fc.constantFrom('subject' as const, 'preheader' as const),
      to: fc.option(words, { nil: undefined }),
    }),
    fc.record({ pin: id, isPinned: fc.boolean() }),
    fc.record({ leaveOut: id, isOut: fc.boolean() }),
    some.map((order) => ({ order })),
  );

  it('a change does what it says, and says the same twice', () => {
    fc.assert(
      fc.property(file, change, (text, one) => {
        const after = changed(text, one);
        const choices = read(after);
        if ('set' in one) expect(choices[one.set]).toBe(one.to);
        if ('pin' in one) expect(choices.pinned.includes(one.pin)).toBe(one.isPinned);
        if ('leaveOut' in one) expect(choices.leaveOut.includes(one.leaveOut)).toBe(one.isOut);
        expect(changed(after, one)).toBe(after);
      }),
    );
  });

  it('what it does not speak of stays, comments and the text included', () => {
    fc.assert(
      fc.property(file, words, (text, to) => {
        const after = changed(text, { set: 'subject', to });
        const [before, now] = [read(text), read(after)];
        for (const name of ['preheader', 'pinned', 'leaveOut', 'order', 'items', 'intro'] as const) {
          expect(name === 'intro' ? now.intro?.text : now[name]).toEqual(
            name === 'intro' ? before.intro?.text : before[name],
          );
        }
        expect(after.match(/#.*/g)?.filter((comment) => /About|A note|so$/.test(comment))).toEqual(
          text.match(/#.*/g)?.filter((comment) => /About|A note|so$/.test(comment)),
        );
      }),
    );
  });
});

function read(text: string): Choices {
  const { value, findings } = readChoices('weekly', '2027-03-15', { path, text });
  if (!value) throw new Error(`It cannot be read any more: ${JSON.stringify(findings)}\n${text}`);
  return value;
}
