import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { type SettingValue, settingsText } from '../../src/scaffold/settings.js';

test('settings are written as a person would write them', () => {
  const text = settingsText([
    { name: 'title', value: 'Yes: no # “x”', comment: 'What it is about.\n\nIn a few words.' },
    { name: 'kind', value: 'action' },
    { name: 'draft', value: true },
    { name: 'runs', value: { from: '2027-01-01', until: undefined } },
    { name: 'publications', value: ['monday-mail', 'e-bulletin'] },
    { name: 'deadline', comment: 'deadline: 2027-01-01T12:00' },
    { name: 'priority' },
    {
      name: 'summary',
      value: 'A long sentence that has to be folded, since it has more words than go on one line. '.repeat(2).trim(),
    },
    { name: 'wording', value: 'First paragraph.\n\nSecond one.' },
    { name: 'actions', value: [{ do: 'sign', label: 'Sign: now', url: 'https://example.org/a?b=c#d' }] },
    { name: 'statement', value: { signatories: [{ name: 'A. Teacher' }, { name: 'B. Lecturer', role: 'Secretary' }] } },
  ]);
  expect(text).toBe(`# What it is about.
#
# In a few words.
title: "Yes: no # “x”"
kind: action
draft: true
runs: { from: 2027-01-01 }
publications: [ monday-mail, e-bulletin ]
# deadline: 2027-01-01T12:00
summary: >-
  A long sentence that has to be folded, since it has more words than go on one line. A long sentence that has
  to be folded, since it has more words than go on one line.
wording: |-
  First paragraph.

  Second one.
actions:
  - { do: sign, label: "Sign: now", url: https://example.org/a?b=c#d }
statement:
  signatories:
    - { name: A. Teacher }
    - { name: B. Lecturer, role: Secretary }
`);
});

test('whatever a setting is set to is read back', () => {
  const words = fc.oneof(fc.string({ unit: 'binary', maxLength: 200 }), fc.string({ maxLength: 200 }));
  const { value } = fc.letrec<{ value: SettingValue }>((tie) => ({
    value: fc.oneof(
      { depthSize: 'small' },
      words,
      fc.array(tie('value'), { maxLength: 4 }),
      fc.dictionary(fc.stringMatching(/^[a-z][a-z-]{0,9}$/), tie('value'), { maxKeys: 4 }),
    ),
  }));
  fc.assert(
    fc.property(value, (given) => {
      expect(parse(settingsText([{ name: 'given', value: given }]), { schema: 'failsafe' })).toEqual({ given });
    }),
  );
});

test('a comment stays a comment, whatever is in it', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (comment) => {
      const text = settingsText([{ name: 'title', value: 'x', comment }]);
      expect(parse(text, { schema: 'failsafe' })).toEqual({ title: 'x' });
    }),
  );
});
