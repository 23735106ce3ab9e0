import { styleName } from './parsed.js';

/** What a screen reader meets in an email, one thing after the other. */
export type Heard = {
  readonly kind:
    | 'heading'
    | 'text'
    | 'list'
    | 'entry'
    | 'quotation'
    | 'table'
    | 'link'
    | 'picture'
    | 'line'
    | 'language'
    | 'preheader'
    | 'hidden'
    | 'frame';
  readonly words: string;
  /** Of a heading: 1 to 6. */
  readonly level?: number;
  readonly lang?: string;
  /** What is wrong with it, in words. */
  readonly trouble?: string;
};

const inline = new Set(
  'A ABBR B BDI BDO BR CITE CODE DEL EM FONT I INS KBD MARK Q S SMALL SPAN STRONG SUB SUP TIME U WBR'.split(' '),
);
const silent = new Set(['SCRIPT', 'STYLE', 'TEMPLATE', 'NOSCRIPT', 'META', 'LINK', 'TITLE']);
const languages = new Intl.DisplayNames('en-GB', { type: 'language' });

/** A run of words that are read in one go, with the links in it. */
type Run = { words: string; readonly links: { words: string }[]; readonly languages: Set<string> };

/** The things of an email in the order in which they are read out. Tables that only lay out are not there for a listener. */
export function heardIn(page: Document): readonly Heard[] {
  const heard: Heard[] = [];
  let run: Run = emptyRun();
  let spoken = '';
  let kind: 'text' | 'entry' = 'text';

  const base = page.documentElement.lang;
  if (base === '')
    heard.push({ kind: 'language', words: 'Not said', trouble: 'A screen reader has to guess how to pronounce it.' });
  speak(base);
  walk(page.body, base);
  flush();
  return heard;

  function walk(element: Element, lang: string) {
    for (const node of element.childNodes) {
      if (node.nodeType === Node.TEXT_NODE) say(node.textContent ?? '', lang);
      else if (node instanceof Element) meet(node, lang);
    }
  }

  function meet(element: Element, outer: string) {
    const tag = element.tagName.toUpperCase();
    const lang = element.getAttribute('lang') || outer;
    if (silent.has(tag)) return;
    if (isHidden(element)) return hide(element);
    if (element.getAttribute('aria-hidden') === 'true') return;
    if (tag === 'BR') return say(' ', lang);
    if (tag === 'IMG') return picture(element, lang);
    if (tag === 'A' && element.hasAttribute('href')) return link(element, lang);
    if (inline.has(tag)) return walk(element, lang);
    flush();
    const level = levelOf(element, tag);
    if (level !== undefined) return heading(element, level, lang);
    announce(element, tag, lang);
    walk(element, lang);
    flush();
    if (tag === 'LI') kind = 'text';
  }

  function announce(element: Element, tag: string, lang: string) {
    const role = element.getAttribute('role');
    if (role === 'presentation' || role === 'none') return;
    const push = (kind: Heard['kind'], words: string) => {
      speak(lang);
      heard.push({ kind, words });
    };
    const label = element.getAttribute('aria-label');
    if (label) push('frame', label);
    if (tag === 'UL' || tag === 'OL') push('list', entries(element));
    if (tag === 'BLOCKQUOTE') push('quotation', 'Begins here');
    if (tag === 'HR') push('line', 'Separates what comes before from what comes after');
    if (tag === 'TABLE') push('table', sizeOf(element));
    if (tag === 'LI') kind = 'entry';
  }

  function heading(element: Element, level: number, lang: string) {
    const words = textOf(element);
    speak(lang);
    heard.push({
      kind: 'heading',
      level,
      words,
      ...langOf(lang),
      ...(words === '' && { trouble: 'There are no words in it.' }),
    });
    for (const anchor of element.querySelectorAll('a[href]')) pushLink(textOf(anchor), lang);
  }

  function picture(element: Element, lang: string) {
    flush();
    const alt = element.getAttribute('alt');
    if (alt?.trim() === '' || ['presentation', 'none'].includes(element.getAttribute('role') ?? '')) {
      heard.push({ kind: 'picture', words: 'Left out: marked as decoration' });
      return;
    }
    speak(lang);
    heard.push(
      alt === null
        ? { kind: 'picture', words: 'No alternative text', trouble: 'A listener hears its file name or nothing.' }
        : { kind: 'picture', words: alt.trim(), ...langOf(lang) },
    );
  }

  function link(element: Element, lang: string) {
    const words = textOf(element);
    say(element.querySelector('img') && words === '' ? '' : words, lang);
    run.links.push({ words });
    if (element.querySelector('img')) {
      flush();
    }
  }

  function pushLink(words: string, lang: string) {
    heard.push(
      words === ''
        ? { kind: 'link', words: 'No words', trouble: 'A listener hears its address and cannot tell where it leads.' }
        : { kind: 'link', words, ...langOf(lang) },
    );
  }

  function hide(element: Element) {
    const words = tidy(element.textContent ?? '');
    if (words === '') return;
    flush();
    const isFirst = heard.every(({ kind }) => kind === 'frame' || kind === 'language');
    heard.push({ kind: isFirst ? 'preheader' : 'hidden', words });
  }

  function say(words: string, lang: string) {
    if (words.trim() !== '') run.languages.add(lang);
    run.words += words;
  }

  function flush() {
    const { words, links, languages: spokenIn } = run;
    run = emptyRun();
    const said = tidy(words);
    const [lang = spoken] = spokenIn;
    const isOneLink = links.length === 1 && links[0]?.words === said;
    if (said !== '' && !isOneLink) {
      speak(lang);
      heard.push({ kind, words: said, ...langOf(lang) });
      for (const other of spokenIn)
        if (!isSame(other, lang)) heard.push({ kind: 'language', words: `Some words are in ${nameOf(other)}` });
    }
    if (isOneLink) speak(lang);
    for (const { words: linkWords } of links) pushLink(linkWords, lang);
  }

  function speak(lang: string) {
    if (lang === '' || isSame(lang, spoken)) return;
    heard.push({ kind: 'language', words: spoken === '' ? nameOf(lang) : `From here in ${nameOf(lang)}` });
    spoken = lang;
  }
}

function emptyRun(): Run {
  return { words: '', links: [], languages: new Set() };
}

/** The words of an element as they are read out: with the alternative texts of its pictures, and nothing that is hidden. */
function textOf(element: Element): string {
  const words = (node: Node): string => {
    if (node.nodeType === Node.TEXT_NODE) return node.textContent ?? '';
    if (!(node instanceof Element) || isHidden(node) || node.getAttribute('aria-hidden') === 'true') return '';
    if (node.tagName === 'IMG') return ` ${node.getAttribute('alt') ?? ''} `;
    if (node.tagName === 'BR') return ' ';
    return Array.from(node.childNodes, words).join('');
  };
  return tidy(element.getAttribute('aria-label') ?? words(element));
}

function levelOf(element: Element, tag: string): number | undefined {
  if (element.getAttribute('role') === 'heading') return Number(element.getAttribute('aria-level') ?? 2);
  const [, level] = /^H([1-6])$/.exec(tag) ?? [];
  return level === undefined ? undefined : Number(level);
}

function isHidden(element: Element): boolean {
  return element.hasAttribute('hidden') || /display\s*:\s*none/i.test(element.getAttribute(styleName) ?? '');
}

function entries(list: Element): string {
  const count = Array.from(list.children).filter(({ tagName }) => tagName === 'LI').length;
  return `${count} ${count === 1 ? 'entry' : 'entries'}`;
}

function sizeOf(table: Element): string {
  const rows = [...table.querySelectorAll('tr')];
  const columns = Math.max(0, ...rows.map(({ children }) => children.length));
  return `${rows.length} ${rows.length === 1 ? 'row' : 'rows'}, ${columns} ${columns === 1 ? 'column' : 'columns'}`;
}

function tidy(words: string): string {
  return words
    .replace(/\u034f|[\u00ad\u200b\ufeff]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}

function isSame(one: string, other: string): boolean {
  return one.toLowerCase().split('-')[0] === other.toLowerCase().split('-')[0];
}

function nameOf(lang: string): string {
  try {
    return languages.of(lang) ?? lang;
  } catch {
    return lang;
  }
}

function langOf(lang: string) {
  return lang === '' ? {} : { lang };
}
