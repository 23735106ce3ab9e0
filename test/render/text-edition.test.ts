import type { Root } from 'mdast';
import { describe, expect, it } from 'vitest';
import type { PlacedSection } from '../../src/model/issue.js';
import { issueView } from '../../src/render/issue-view.js';
import { textEdition } from '../../src/render/text-edition.js';
import { issue, item, markdown, organisation, parse, placed, section, theme, words } from './sample.js';

function textOf(sections: readonly PlacedSection[], intro?: string): string {
  const bodies = new Map<string, Root>(
    sections.flatMap(({ items }) => items.map(({ item: { id }, body }) => [id, parse(body.text)] as const)),
  );
  const trees = { bodies, ...(intro !== undefined && { intro: parse(intro) }) };
  const audience = { why: 'You get this because you are a member of the National Gardeners Union and chose news.' };
  const spoken = { ...words, weekdayDate: () => 'Monday 22 March 2021', moment: () => 'Friday 26 March at 5pm' };
  const view = issueView({
    issue: issue(sections),
    organisation,
    audience,
    theme,
    words: spoken,
    visible: () => true,
    ...trees,
  });
  return textEdition({ view, ...trees });
}

const yemen = item('yemen', {
  title: 'Protect UK aid to Yemen',
  country: 'YE',
  campaign: 'rights',
  deadline: '2021-03-26T17:00',
  actions: [
    {
      do: 'sign',
      label: 'Sign the petition',
      url: 'https://petition.example/petitions/protect-uk-aid-to-yemen-from-deep-cuts',
    },
    { do: 'write', label: 'Write to the embassy', url: 'mailto:embassy@x.example' },
  ],
  statement: {
    excerpt: 'We stand with the people of Yemen.',
    signatories: [{ name: 'Ada Marsh', role: 'Joint General Secretary', organisation: 'EWU' }],
  },
  event: { starts: '2021-04-24T10:00', place: 'Leeds Town Hall', online: 'https://meet.example/yemen' },
  updates: [{ on: '2021-03-01', text: 'The cut was announced.' }],
  outcome: { status: 'ongoing', on: '2021-03-12', text: 'The vote is near.' },
  partner: { name: 'Peace Now', url: 'https://partner.example' },
  body: markdown(
    'Years of conflict in Yemen have led to failing systems and famine.\n\n- Read [the report](https://report.example).',
  ),
});

it('is a whole edition', () => {
  expect(textOf([section('urgent', [placed(yemen)])], 'Dear [[first_name|friend]],')).toBe(
    `Monday Morning Mail-Out
=================================================================

International solidarity, every week
Monday 22 March 2021
Issue 12


Dear [[first_name|friend]],


Section urgent
-----------------------------------------------------------------


Protect UK aid to Yemen
Yemen · Human and Trade Union Rights
Closes Friday 26 March at 5pm

When: 2021-04-24T10:00 to open seen from 2021-03-22
Where: Leeds Town Hall
Online:
https://meet.example/yemen

Years of conflict in Yemen have led to failing systems and
famine.

• Read the report:
  https://report.example

    We stand with the people of Yemen.

Signed by:
• Ada Marsh, Joint General Secretary, EWU

Update, short 2021-03-01: The cut was announced.

Where it stands, date 2021-03-12: The vote is near.

From Peace Now:
https://partner.example

ACTION: Sign the petition by Friday 26 March at 5pm
https://petition.example/petitions/protect-uk-aid-to-yemen-from-deep-cuts

ACTION: Write to the embassy by Friday 26 March at 5pm
mailto:embassy@x.example


-----------------------------------------------------------------

You get this because you are a member of the National Gardeners
Union and chose news.

Unsubscribe from Monday Morning Mail-Out:
[[unsubscribe_url]]

Read this on the web:
[[web_url]]

National Gardeners Union
Orchard House
Apple Court
London AB1 2CD

Write to us: international@union.example

How we use your details:
https://union.example/privacy
`,
  );
});

describe('a plain-text edition', () => {
  const long = 'x'.repeat(1200);
  const sections = [
    section('one', [
      placed(item('a', { body: markdown(`${long}\n\nSee https://x.example/${long}\u00a0`) })),
      placed(yemen, 'summary'),
    ]),
    section('two', [placed(yemen, 'brief'), placed(item('b', { summary: 'Short. {{x}}' }), 'summary')]),
  ];
  const text = textOf(sections);
  const lines = text.split('\n');

  it('has the items of the view in order', () => {
    const titles = ['Section one', 'Title of a', 'Protect UK aid', 'Section two', 'Protect UK aid', 'Title of b'];
    let from = 0;
    for (const title of titles) {
      from = text.indexOf(title, from) + 1;
      expect(from).toBeGreaterThan(0);
    }
  });

  it('has one way to unsubscribe, and braces only as typed', () => {
    expect(text.split('[[unsubscribe_url]]')).toHaveLength(2);
    expect(text.match(/\{\{.*?\}\}/g)).toEqual(['{{x}}']);
  });

  it('has lines that mail can carry, without spaces at their ends', () => {
    for (const line of lines) {
      expect(Buffer.byteLength(line)).toBeLessThanOrEqual(998);
      expect(line).toBe(line.trimEnd());
    }
    expect(text.endsWith('\n') && !text.endsWith('\n\n')).toBe(true);
    expect(text.replace(/\n/g, '')).toContain(long);
  });
});
