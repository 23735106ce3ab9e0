import { describe, expect, it } from 'vitest';
import { arabic } from '../../src/language/arabic.js';
import { escapeAttribute } from '../../src/render/escape.js';
import { lookIn } from '../../src/render/look.js';
import {
  issue,
  item,
  markdown,
  noAttachments,
  organisation,
  parse,
  placed,
  section,
  shownItem,
  theme,
  viewOf as view,
} from './sample.js';

describe('the view of an issue', () => {
  it('says who it is from, for whom and when', () => {
    const shown = view([], { intro: parse('# Hello\n\nall') });
    expect(shown).toMatchObject({
      lang: 'en',
      dir: 'ltr',
      start: 'left',
      subject: 'Protect UK aid to Yemen',
      preheader: 'And stand with teachers in Myanmar',
      organisation: {
        name: 'National Gardeners Union',
        web: 'https://union.example',
        privacy: 'https://union.example/privacy',
      },
      publication: {
        id: 'weekly',
        title: 'Monday Morning Mail-Out',
        strapline: 'International solidarity, every week',
      },
      issue: { date: 'weekday 2021-03-22', label: 'Issue 12', count: 0 },
      why: 'You are a member.',
      unsubscribe: '[[unsubscribe_url]]',
      webVersion: '[[web_url]]',
    });
    expect(shown.issue.intro).toMatch(/^<h2[^>]*>Hello<\/h2>/);
  });

  it('has no web version without web pages, and no intro without words', () => {
    const { web: _, ...withoutWeb } = organisation;
    const shown = view([], { organisation: withoutWeb, intro: parse('') });
    expect(shown.webVersion).toBeNull();
    expect(shown.issue.intro).toBeNull();
  });

  it('leaves out what the variant does not show, and sections without items', () => {
    const sections = [
      section('wales', [placed(item('a'))]),
      section('news', [placed(item('b')), placed(item('c')), placed(item('d'))]),
    ];
    const shown = view(sections, { visible: ({ item: { id } }) => id !== 'a' && id !== 'd' });
    expect(shown.issue.count).toBe(2);
    expect(shown.sections).toMatchObject([
      {
        id: 'news',
        title: 'Section news',
        first: true,
        items: [
          { id: 'b', isFirst: true, isLast: false },
          { id: 'c', isFirst: false, isLast: true },
        ],
      },
    ]);
  });

  it('is never built without the text of an item', () => {
    expect(() => view([section('news', [placed(item('a'))])], { bodies: new Map() })).toThrow('a');
  });

  it('reads from the right in languages that do', () => {
    const shown = view([section('news', [placed(item('a', { lang: 'en' }))])], {
      issue: issue([section('news', [placed(item('a', { lang: 'en' }))])], { lang: 'ar' }),
    });
    expect(shown).toMatchObject({ dir: 'rtl', start: 'right' });
    expect(shown.sections[0]?.items[0]).toMatchObject({ lang: 'en', dir: 'ltr', start: 'left' });
    expect(shownItem(placed(item('one', { lang: 'ar', body: markdown('> x') })))).toMatchObject({
      lang: 'ar',
      dir: 'rtl',
      start: 'right',
    });
    expect(shownItem(placed(item('one', { lang: 'ar', body: markdown('> x') }))).body).toContain('border-right');
    expect(shownItem(placed(item('one', { lang: 'en' }))).lang).toBeNull();
  });
});

describe('the view in another language', () => {
  const sections = [section('news', [placed(item('a', { ask: 'Ask.' }))])];

  it('has its words, dates and side of the page', () => {
    const arabicIssue = issue(sections, { lang: 'ar', label: 'العدد ١٢' });
    const shown = view(sections, { issue: arabicIssue, language: arabic, why: 'لأنك عضو.' });
    expect(shown).toMatchObject({ lang: 'ar', dir: 'rtl', start: 'right', end: 'left', why: 'لأنك عضو.' });
    expect(shown.issue).toMatchObject({
      date: arabic.dates.weekdayDate('2021-03-22'),
      label: 'العدد ١٢',
      count: 1,
      items: arabic.phrases.items(1),
    });
    const { unsubscribeFrom, ...phrases } = arabic.phrases;
    const { unsubscribe, ...words } = shown.words;
    expect(phrases).toMatchObject(words);
    expect(unsubscribe).toBe(unsubscribeFrom('Monday Morning Mail-Out'));
  });

  it('has an intro that nobody translated in the intro’s own language and direction', () => {
    const inEnglish = issue(sections, { lang: 'ar', introLang: 'en' });
    const shown = view(sections, { issue: inEnglish, language: arabic, intro: parse('> Hello') });
    expect(shown.issue.intro).toMatch(/^<div lang="en" dir="ltr" style="text-align:left">.*border-left.*<\/div>$/);
    const translated = view(sections, {
      issue: issue(sections, { lang: 'ar' }),
      language: arabic,
      intro: parse('> أهلا'),
    });
    expect(translated.issue.intro).toMatch(/^<blockquote.*border-right/);
    expect(view(sections, { issue: inEnglish, language: arabic, intro: parse('') }).issue.intro).toBeNull();
  });

  it('sets every text in the fonts of its own language', () => {
    const table = '| a |\n|--|\n| b |';
    const japanese = [section('news', [placed(item('a', { lang: 'ja', body: markdown(table) }))])];
    const fonts = (lang: string) => escapeAttribute(lookIn(theme, lang).fonts);
    const shown = view(japanese, { intro: parse(table) });
    expect(shown.sections[0]?.items[0]?.body).toContain(fonts('ja'));
    expect(shown.issue.intro).toContain(` ${fonts('en')};`);
  });
});

describe('the logo', () => {
  const logo = {
    source: { file: 'templates/theme.yaml', at: {} },
    src: 'issues/images/logo.png',
    alt: 'NGU',
    width: 160,
  };
  const pictures = new Map([[logo.src, { file: 'images/logo-1a2b.png', width: 160, height: 48 }]]);

  it('is the theme’s, in the size in which it was prepared', () => {
    const attachments = { ...noAttachments, pictures };
    expect(view([], { theme: { ...theme, logo }, attachments }).logo).toEqual({
      src: 'images/logo-1a2b.png',
      alt: 'NGU',
      width: 160,
      height: 48,
    });
    expect(view([], { attachments }).logo).toBeNull();
  });

  it('is left out where there was none to prepare', () => {
    expect(view([], { theme: { ...theme, logo } }).logo).toBeNull();
  });
});
