import fc from 'fast-check';
import type { Root } from 'mdast';
import { describe, expect, it } from 'vitest';
import { arabic } from '../../src/language/arabic.js';
import { english } from '../../src/language/english.js';
import { french } from '../../src/language/french.js';
import { welsh } from '../../src/language/welsh.js';
import type { PlacedItem, PlacedSection } from '../../src/model/issue.js';
import type { Item } from '../../src/model/item.js';
import type { Language } from '../../src/model/language.js';
import { type Length, lengths } from '../../src/model/publication.js';
import type { IssueViewInput } from '../../src/render/issue-view.js';
import { textEdition } from '../../src/render/text-edition.js';
import { issue, item, markdown, organisation, parse, placed, section, viewOf } from './sample.js';

const base = 'https://union.example/weekly/2021-03-22/';
const why = 'You get this because you are a member of the National Gardeners Union and chose news.';
const attachments = {
  pictures: new Map([['issues/images/rally.jpg', { file: 'images/rally-1a2b.jpg', width: 552, height: 310 }]]),
  calendars: new Map([['yemen', 'events/yemen.ics']]),
};

/** `missing` is what the design does not print. */
function textOf(
  sections: readonly PlacedSection[],
  intro?: string,
  changes: Partial<IssueViewInput> = {},
  missing: readonly string[] = [(changes.language ?? english).phrases.askYourDistrict],
): string {
  const bodies = new Map<string, Root>(
    sections.flatMap(({ items }) => items.map(({ item: { id }, body }) => [id, parse(body.text)] as const)),
  );
  const language: Language = changes.language ?? english;
  const trees = { bodies, ...(intro !== undefined && { intro: parse(intro) }) };
  const view = viewOf(sections, { why, attachments, ...trees, ...changes, language });
  return textEdition({
    view,
    phrasesOf: () => language.phrases,
    isPrinted: (text) => !missing.includes(text),
    base,
    ...trees,
  });
}

function linesOf(of: Partial<Item>, length: Length = 'full', parts: Partial<PlacedItem> = {}): string {
  return textOf([section('news', [placed(item('yemen', of), length, parts)])]);
}

const yemen = item('yemen', {
  title: 'Protect UK aid to Yemen',
  kind: 'action',
  country: 'YE',
  campaign: 'rights',
  priority: 'urgent',
  deadline: '2021-03-26T17:00',
  actions: [
    {
      do: 'sign',
      label: 'Sign the petition',
      url: 'https://petition.example/petitions/protect-uk-aid-to-yemen-from-deep-cuts',
    },
    { do: 'write', label: 'Write to the embassy', url: 'mailto:embassy@x.example' },
    {
      do: 'download',
      label: 'Download the pack',
      url: 'https://x.example/pack.pdf',
      file: { type: 'pdf', size: 1_200_000 },
    },
  ],
  statement: {
    excerpt: 'We stand with the people of Yemen.',
    signatories: [
      { name: 'Ada Marsh', role: 'Joint General Secretary', organisation: 'EWU' },
      ...Array.from({ length: 45 }, (_, at) => ({ name: `Signatory ${at + 2}` })),
    ],
    url: 'https://union.example/yemen',
  },
  event: { starts: '2021-04-24T10:00', place: 'Leeds Town Hall', online: 'https://meet.example/yemen' },
  image: { src: 'issues/images/rally.jpg', alt: 'A rally in Leeds', credit: 'A. Friend' },
  updates: [{ on: '2021-03-01', text: 'The cut was announced.' }],
  outcome: { status: 'ongoing', on: '2021-03-12', text: 'The vote is near.' },
  partner: { name: 'Peace Now', url: 'https://partner.example' },
  ask: 'Ask your branch to write to every MP in its area before the vote.',
  wording:
    'This branch notes the cut.\n\nThis branch resolves to write to the Secretary of State and to the MPs of its members.',
  body: markdown(
    'Years of conflict in Yemen have led to failing systems and famine.\n\n- Read [the report](https://report.example).',
  ),
});

it('describes a picture where the design prints it, and only there', () => {
  const sections = [section('news', [placed(yemen)])];
  expect(textOf(sections)).toContain('[A rally in Leeds]');
  expect(textOf(sections, undefined, {}, ['images/rally-1a2b.jpg'])).not.toContain('A rally in Leeds');
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
Urgent · Petition · Yemen · Human and Trade Union Rights
Closes Friday 26 March at 5pm

Where it stands, 12 March 2021: The vote is near.

When: Saturday 24 April at 10am
Where: Leeds Town Hall
Online:
https://meet.example/yemen
Add to your calendar: Protect UK aid to Yemen
https://union.example/weekly/2021-03-22/events/yemen.ics

[A rally in Leeds]

Years of conflict in Yemen have led to failing systems and
famine.

• Read the report:
  https://report.example

    We stand with the people of Yemen.

Signed by:
• Ada Marsh, Joint General Secretary, EWU
${Array.from({ length: 11 }, (_, at) => `• Signatory ${at + 2}`).join('\n')}
and 34 others

Read “Protect UK aid to Yemen” in full:
https://union.example/yemen

Update, 1 March: The cut was announced.

From Peace Now:
https://partner.example

ACTION: Sign the petition by Friday 26 March at 5pm
https://petition.example/petitions/protect-uk-aid-to-yemen-from-deep-cuts

ACTION: Write to the embassy by Friday 26 March at 5pm
mailto:embassy@x.example

ACTION: Download the pack (PDF, 1.2 MB)
https://x.example/pack.pdf

Raise this at your next meeting:
Ask your branch to write to every MP in its area before the vote.

Words to copy and paste:

    This branch notes the cut.

    This branch resolves to write to the Secretary of State and
    to the MPs of its members.


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

describe('an item', () => {
  it('that has closed says since when and what came of it', () => {
    const won = { status: 'won', on: '2021-03-20', text: 'The aid is back.' } as const;
    const closed = { closed: '2021-03-19T17:00', actions: [] };
    expect(linesOf({ title: 'Yemen', kind: 'action', outcome: won }, 'brief', closed)).toContain(
      'Yemen\nAction\nClosed Friday 19 March at 5pm\n\nWon, 20 March 2021: The aid is back.\n',
    );
  });

  it('that was shortened says where the rest is', () => {
    expect(linesOf({ title: 'Yemen', summary: 'In short.' }, 'summary', { isShortened: true })).toContain(
      'In short.\n\nRead “Yemen” in full on the web:\n[[web_url]]\n',
    );
  });

  it('whose translation is older than its original says so', () => {
    expect(linesOf({}, 'brief', { isOlderTranslation: true })).toContain(
      'The original has been changed since it was translated.',
    );
  });
});

describe('an edition in another language', () => {
  const sections = [section('news', [placed(yemen, 'full', { lang: 'cy' })])];
  const inLanguage = (language: Language, label: string) =>
    textOf(sections, undefined, { language, issue: issue(sections, { lang: language.tag, label }), why: 'Aelod.' });

  it('speaks it throughout', () => {
    const text = inLanguage(welsh, '22 Mawrth 2021');
    const { phrases, dates, countryName } = welsh;
    for (const words of [
      dates.weekdayDate('2021-03-22'),
      [phrases.urgent, phrases.deed.sign, countryName('YE')].join(' · '),
      phrases.closes(dates.moment('2021-03-26T17:00', '2021-03-22')),
      phrases.outcome.ongoing(dates.date('2021-03-12')),
      `${phrases.when}${phrases.colon}`,
      `${phrases.where}${phrases.colon}`,
      phrases.addToCalendar(yemen.title),
      phrases.signedBy,
      phrases.andOthers(34),
      phrases.readInFull(yemen.title),
      phrases.update(dates.shortDate('2021-03-01')),
      `${phrases.action}${phrases.colon}`,
      phrases.atYourNextMeeting,
      phrases.wordsToCopy,
      phrases.unsubscribeFrom('Monday Morning Mail-Out'),
      phrases.readOnTheWeb,
      phrases.writeToUs,
      phrases.privacy,
    ]) {
      // Lines end where they are full.
      expect(text.replace(/\s+/g, ' ')).toContain(words.trim());
    }
    expect(text).not.toMatch(/\b(Closes|Signed|ACTION|Update|Unsubscribe|Write to us|Words to copy|Where)\b/);
  });

  it('writes its labels with its own colon', () => {
    const text = inLanguage(french, '22 mars 2021');
    expect(text).toContain('\u00A0: ');
    expect(text).not.toMatch(/[^\u00A0]: /);
  });

  it('says the date once, whatever else is said of the day', () => {
    for (const language of [english, welsh, arabic]) {
      const label = language.dates.date('2021-03-22');
      expect(inLanguage(language, label).split(label)).toHaveLength(2);
    }
  });
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

describe('the items of an edition', () => {
  const several = fc.array(
    fc.record({
      id: fc.integer({ min: 0, max: 40 }).map((number) => `item-${number}-`),
      length: fc.constantFrom(...lengths),
      parts: fc.record(
        {
          summary: fc.constant('In short.'),
          ask: fc.constant('Ask.'),
          wording: fc.constant('One.\n\nTwo.'),
          deadline: fc.constant('2021-03-26'),
          country: fc.constantFrom('YE', 'ZZ'),
          statement: fc.constantFrom({ signatories: [] }, { signatories: [{ name: 'Ada' }], url: 'https://x.example' }),
          event: fc.constantFrom(
            { starts: '2021-04-24' },
            { starts: '2021-04-24T10:00', place: 'Leeds', online: 'https://x.example', zone: 'America/New_York' },
          ),
          image: fc.constantFrom({ src: 'issues/images/rally.jpg', alt: 'A rally' }, { src: 'lost.jpg', alt: 'Lost' }),
          partner: fc.constantFrom({ name: 'Peace Now' }, { name: 'Peace Now', url: 'https://x.example' }),
          outcome: fc.constant({ status: 'won', on: '2021-03-20', text: 'Won.' } as const),
          updates: fc.constant([{ on: '2021-03-01', text: 'News.' }]),
          actions: fc.constant([{ do: 'read', label: 'Read', url: 'https://x.example' } as const]),
        },
        { requiredKeys: [] },
      ),
      placing: fc.record(
        {
          closed: fc.constant('2021-03-19'),
          isShortened: fc.boolean(),
          isOlderTranslation: fc.boolean(),
          lang: fc.constantFrom('en', 'cy', 'ar'),
        },
        { requiredKeys: [] },
      ),
    }),
    { maxLength: 6 },
  );

  it('are those of the view in its order, and nothing that is absent leaves a word', () => {
    fc.assert(
      fc.property(several, fc.constantFrom(english, welsh, arabic), fc.boolean(), (given, language, hasWeb) => {
        const unique = [...new Map(given.map((one) => [one.id, one])).values()];
        const items = unique.map(({ id, length, parts, placing }) => placed(item(id, parts), length, placing));
        const { web: _, privacy: __, ...bare } = organisation;
        const sections = [section('one', items.slice(0, 2)), section('two', items.slice(2))];
        const text = textOf(sections, undefined, { language, organisation: hasWeb ? organisation : bare });
        const titles = items.map(({ title }) => text.indexOf(`\n${title}\n`));
        expect(titles).toEqual(titles.toSorted((a, b) => a - b));
        expect(titles).not.toContain(-1);
        expect(text).not.toMatch(/null|undefined|\[object|NaN|\n{4}/);
      }),
    );
  });
});

describe('what to ask, and words to copy', () => {
  const one = [section('news', [placed(item('one'), 'full', { ask: 'Ask them.', wording: 'One.\n\nTwo.' })])];

  it('stand under the heading that the design gives them', () => {
    expect(textOf(one)).toContain('Raise this at your next meeting:\nAsk them.');
    expect(textOf(one, undefined, {}, [])).toContain('Ask your district:\nAsk them.');
    expect(textOf(one)).toContain('Words to copy and paste:\n\n    One.\n\n    Two.');
  });

  it('are left out where the design has none', () => {
    const text = textOf(one, undefined, {}, ['Ask them.', 'One.']);
    expect(text).not.toMatch(/Ask|Words to copy/);
  });
});
