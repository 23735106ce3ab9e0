import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Assembled } from '../../src/assemble/assemble.js';
import { inLanguage } from '../../src/assemble/in-language.js';
import { welsh } from '../../src/language/welsh.js';
import type { Choices, PlacedItem } from '../../src/model/issue.js';
import type { Item, Translation } from '../../src/model/item.js';
import type { Publication, PublicationWords } from '../../src/model/publication.js';
import { translatedMark } from '../../src/model/translation.js';
import { item, translation } from '../harness/nouns.js';
import { choices, publication, run, section } from './sample.js';

type Given = {
  readonly translations?: readonly Translation[];
  readonly choices?: readonly Choices[];
  readonly publication?: Publication;
};

/** The issue in Welsh beside the one that it is of. */
function inWelsh(items: readonly Item[], given: Given = {}): { readonly own: Assembled; readonly welsh: Assembled } {
  const all = { choices: given.choices ?? [], publication: given.publication ?? inTwo() };
  const assembled = run(items, all);
  const translations = given.translations ?? [];
  return { own: assembled, welsh: inLanguage({ assembled, language: welsh, lang: 'cy', translations, ...all }) };
}

function inTwo(words: Partial<PublicationWords> = {}, parts: Partial<Publication> = {}): Publication {
  return publication({ translations: { cy: { sections: {}, ...words } }, ...parts });
}

function placedIn({ issue }: Assembled): PlacedItem[] {
  return issue.sections.flatMap(({ items }) => items);
}

const markdown = (text: string, file: string) => ({ text, place: { file, line: 8, column: 1 }, indent: 0 });

const petition = item('petition', {
  kind: 'action',
  title: 'Sign the petition',
  summary: 'Pay has fallen.',
  ask: 'Ask your branch.',
  wording: 'This branch notes.',
  deadline: '2021-03-26',
  actions: [
    { do: 'sign', label: 'Sign', url: 'https://x.example/en' },
    { do: 'donate', label: 'Late', url: 'https://x.example/late', deadline: '2021-03-01' },
    { do: 'share', label: 'Share', url: 'https://x.example/share', deadline: '2021-04-30' },
  ],
  statement: { excerpt: 'We stand.', signatories: [{ name: 'Ada' }] },
  event: { starts: '2021-04-24T10:00', place: 'Town hall' },
  image: { src: 'issues/images/rally.jpg', alt: 'A rally', credit: 'A. Friend' },
  outcome: { status: 'ongoing', on: '2021-03-20', text: 'The vote is near.' },
  updates: [
    { on: '2021-03-01', text: 'It began.' },
    { on: '2021-03-10', text: 'It grew.' },
  ],
  body: markdown('Whole text.', 'issues/items/petition.md'),
});

const deiseb = translation('petition', 'cy', {
  title: 'Llofnodwch y ddeiseb',
  summary: 'Mae cyflogau wedi gostwng.',
  ask: 'Gofynnwch i’ch cangen.',
  wording: 'Mae’r gangen hon yn nodi.',
  actions: [{ label: 'Llofnodi', url: 'https://x.example/cy' }, { label: 'Hwyr' }, { label: 'Rhannu' }],
  excerpt: 'Safwn.',
  place: 'Neuadd y dref',
  alt: 'Rali',
  outcome: 'Mae’r bleidlais yn agos.',
  updates: ['Dechreuodd.', 'Tyfodd.'],
  of: translatedMark(petition),
  body: markdown('Testun cyfan.', 'issues/translations/cy/petition.md'),
});

describe('a translated item', () => {
  const { welsh } = inWelsh([petition], { translations: [deiseb] });
  const [placed] = placedIn(welsh);

  it('has the words of its translation, and says where they are', () => {
    expect(placed).toMatchObject({
      title: 'Llofnodwch y ddeiseb',
      summary: 'Mae cyflogau wedi gostwng.',
      ask: 'Gofynnwch i’ch cangen.',
      wording: 'Mae’r gangen hon yn nodi.',
      body: { text: 'Testun cyfan.' },
      lang: 'cy',
      source: { file: 'issues/translations/cy/petition.md' },
      deadline: '2021-03-26',
      isOlderTranslation: false,
      isShortened: false,
      length: 'full',
    });
  });

  it('has its actions by their place, in words and where there is one with a page in the language, and only open ones', () => {
    expect(placed?.actions).toEqual([
      { do: 'sign', label: 'Llofnodi', url: 'https://x.example/cy' },
      { do: 'share', label: 'Rhannu', url: 'https://x.example/share', deadline: '2021-04-30' },
    ]);
  });

  it('has the words of everything in it, and keeps what is not words', () => {
    expect(placed?.item).toMatchObject({
      id: 'petition',
      statement: { excerpt: 'Safwn.', signatories: [{ name: 'Ada' }] },
      event: { starts: '2021-04-24T10:00', place: 'Neuadd y dref' },
      image: { src: 'issues/images/rally.jpg', alt: 'Rali', credit: 'A. Friend' },
      outcome: { status: 'ongoing', on: '2021-03-20', text: 'Mae’r bleidlais yn agos.' },
      updates: [
        { on: '2021-03-01', text: 'Dechreuodd.' },
        { on: '2021-03-10', text: 'Tyfodd.' },
      ],
    });
  });

  it('stands for how the publication words it, too', () => {
    const worded = {
      ...petition,
      versions: {
        weekly: {
          title: 'For officers',
          summary: 'Summary for officers.',
          ask: 'Ask of officers.',
          actions: [{ do: 'write', label: 'Write', url: 'https://x.example/write' } as const],
        },
      },
    };
    const [own] = placedIn(inWelsh([worded], { translations: [deiseb] }).own);
    expect(own).toMatchObject({ title: 'For officers', actions: [{ label: 'Write' }] });
    const [translated] = placedIn(inWelsh([worded], { translations: [deiseb] }).welsh);
    expect(translated).toMatchObject({
      title: 'Llofnodwch y ddeiseb',
      summary: 'Mae cyflogau wedi gostwng.',
      ask: 'Gofynnwch i’ch cangen.',
      actions: [{ label: 'Llofnodi' }, { label: 'Rhannu' }],
    });
  });

  it('that has closed stays closed', () => {
    const closed = { ...petition, deadline: '2021-03-19' };
    const [own] = placedIn(inWelsh([closed], { translations: [deiseb] }).own);
    const [translated] = placedIn(inWelsh([closed], { translations: [deiseb] }).welsh);
    for (const one of [own, translated]) {
      expect(one).toMatchObject({ closed: '2021-03-19', item: { priority: 'normal' } });
      expect(one).not.toHaveProperty('deadline');
    }
    expect(translated?.actions.map(({ label }) => label)).toEqual(['Rhannu']);
  });

  it.each([
    ['the mark of the words as they are', translatedMark(petition), false],
    ['the mark of other words', translatedMark({ ...petition, title: 'Before' }), true],
    ['no mark', undefined, true],
  ])('with %s is told to be older, or not', (_, of, isOlder) => {
    const { of: _of, ...unmarked } = deiseb;
    const given = of === undefined ? unmarked : { ...unmarked, of };
    expect(placedIn(inWelsh([petition], { translations: [given] }).welsh)[0]?.isOlderTranslation).toBe(isOlder);
  });

  it('lacks what nobody has translated of its short words, and keeps the rest in its own', () => {
    const { welsh } = inWelsh([petition], { translations: [translation('petition', 'cy')] });
    const [placed] = placedIn(welsh);
    for (const part of ['summary', 'ask', 'wording']) expect(placed).not.toHaveProperty(part);
    expect(placed?.actions.map(({ label }) => label)).toEqual(['Sign', 'Share']);
    expect(placed?.item).toMatchObject({
      statement: { excerpt: 'We stand.' },
      event: { place: 'Town hall' },
      image: { alt: 'A rally' },
      outcome: { text: 'The vote is near.' },
      updates: [{ text: 'It began.' }, { text: 'It grew.' }],
    });
  });

  it('does not get parts that its item has not', () => {
    const bare = item('petition');
    const [placed] = placedIn(inWelsh([bare], { translations: [deiseb] }).welsh);
    expect(placed?.item).toEqual({ ...bare, title: 'Llofnodwch y ddeiseb' });
    expect(placed?.actions).toEqual([]);
  });
});

describe('an item that nobody has translated', () => {
  it('stays as it is, and says in which language', () => {
    const pool = [item('a'), item('b', { lang: 'fr' })];
    const others = [translation('a', 'fr'), translation('unheard-of', 'cy')];
    const { own, welsh } = inWelsh(pool, { translations: others });
    expect(placedIn(welsh)).toEqual(placedIn(own));
    expect(placedIn(welsh).map(({ lang }) => lang)).toEqual(['en', 'fr']);
  });
});

describe('an issue in another language', () => {
  const pool = [item('a'), item('b')];
  const translations = [translation('a', 'cy', { title: 'Teitl a' })];

  it('has the words of its publication and sections, and its own where there are none', () => {
    const words = {
      title: 'Yr Wythnosol',
      strapline: 'Bob wythnos',
      sections: { news: { title: 'Newyddion' }, rest: { intro: 'Y gweddill.' } },
    };
    const sections = [section('news', { takes: { kinds: ['news'] }, limit: 1, intro: 'Intro.' }), section('rest')];
    const ofTwo = [item('a'), item('b', { kind: 'resource' })];
    const { welsh } = inWelsh(ofTwo, { translations, publication: inTwo(words, { sections }) });
    expect(welsh.issue).toMatchObject({
      lang: 'cy',
      label: '22 Mawrth 2021',
      publication: { title: 'Yr Wythnosol', strapline: 'Bob wythnos' },
      sections: [
        { section: { id: 'news', title: 'Newyddion', intro: 'Intro.', limit: 1 } },
        { section: { id: 'rest', title: 'rest', intro: 'Y gweddill.' } },
      ],
    });
    expect(inWelsh(pool).welsh.issue.publication.title).toBe('The Weekly');
  });

  it('has a subject and preheader by the translated patterns, with translated titles and dates', () => {
    const words = { title: 'Yr Wythnosol', subject: '{title}, {date}: {lead}', preheader: 'Hefyd {second}' };
    const { welsh } = inWelsh(pool, { translations, publication: inTwo(words) });
    expect(welsh.issue).toMatchObject({
      subject: 'Yr Wythnosol, 22 Mawrth 2021: Teitl a',
      preheader: 'Hefyd Title of b',
    });
    expect(welsh.headlineOf(placedIn(welsh).slice(1))).toMatchObject({
      subject: 'Yr Wythnosol, 22 Mawrth 2021: Title of b',
      preheader: 'Hefyd',
    });
    expect(inWelsh(pool, { translations }).welsh.issue.subject).toBe('The Weekly: Teitl a');
  });

  it('has what its editor wrote for it before any pattern, and never the words for others', () => {
    const own = choices('2021-03-22', {
      source: { file: 'issue.md', at: { subject: [2, 1], 'translations.cy.subject': [5, 14] } },
      subject: 'Own subject',
      preheader: 'Own preheader',
      translations: { cy: { subject: 'Pwnc' }, fr: { subject: 'Objet', preheader: 'Aussi' } },
    });
    const { welsh } = inWelsh(pool, { translations, choices: [own], publication: inTwo({ preheader: '{second}!' }) });
    expect(welsh.issue).toMatchObject({
      subject: 'Pwnc',
      preheader: 'Title of b!',
      subjectPlace: { file: 'issue.md', line: 5, column: 14 },
    });
  });

  it('says of its subject where the pattern is, if that is translated, or near it', () => {
    const source = {
      file: 'publication.yaml',
      at: { translations: [20, 1], 'translations.cy.subject': [22, 14] },
    } as const;
    const translated = inWelsh(pool, { publication: inTwo({ subject: 'x' }, { source }) });
    expect(translated.welsh.issue.subjectPlace).toEqual({ file: 'publication.yaml', line: 22, column: 14 });
  });

  it.each<[string, Partial<Choices>, string | undefined, string | undefined]>([
    [
      'its own intro',
      { intro: markdown('Hello', 'issue.md'), translations: { cy: { intro: markdown('Helo', 'issue.md') } } },
      'Helo',
      undefined,
    ],
    ['the intro that nobody translated, marked as such', { intro: markdown('Hello', 'issue.md') }, 'Hello', 'en'],
    [
      'an intro for its readers alone',
      { translations: { cy: { intro: markdown('Helo', 'issue.md') } } },
      'Helo',
      undefined,
    ],
    ['no intro', {}, undefined, undefined],
  ])('has %s', (_, parts, text, introLang) => {
    const { issue } = inWelsh(pool, { choices: [choices('2021-03-22', parts)] }).welsh;
    expect(issue.intro?.text).toBe(text);
    expect(issue.introLang).toBe(introLang);
  });

  it('has no complaints of its own: those of the issue are said once', () => {
    const { own, welsh } = inWelsh([item('a')], { publication: inTwo({}, { subject: '{tilte}' }) });
    expect(own.findings).toHaveLength(1);
    expect(welsh.findings).toEqual([]);
  });

  it('has the same items in the same order and at the same length, whatever is translated', () => {
    const ids = ['a', 'b', 'c', 'd'];
    const items = fc.array(
      fc.record({
        id: fc.constantFrom(...ids),
        priority: fc.constantFrom('urgent' as const, 'normal' as const),
        kind: fc.constantFrom('news' as const, 'action' as const),
        lang: fc.constantFrom('en', 'cy', 'fr'),
      }),
      { maxLength: 4 },
    );
    const sections = [section('short', { takes: { kinds: ['action'] }, length: 'brief' }), section('rest')];
    fc.assert(
      fc.property(items, fc.subarray(ids), (given, translated) => {
        const pool = [...new Map(given.map(({ id, ...parts }) => [id, item(id, parts)])).values()];
        const { own, welsh } = inWelsh(pool, {
          translations: translated.map((id) => translation(id, 'cy')),
          publication: inTwo({}, { sections }),
        });
        const shape = ({ issue }: Assembled) =>
          issue.sections.map(({ section, items }) => [
            section.id,
            items.map((one) => [one.item.id, one.length, one.pinned]),
          ]);
        expect(shape(welsh)).toEqual(shape(own));
        for (const one of placedIn(welsh)) {
          const isTranslated = translated.includes(one.item.id);
          expect(one.title).toBe(`Title of ${one.item.id}${isTranslated ? ' in cy' : ''}`);
          expect(one.lang).toBe(isTranslated ? 'cy' : one.item.lang);
        }
      }),
    );
  });
});
