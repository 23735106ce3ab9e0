import { type AnyNode, type Element, isTag, isText } from 'domhandler';
import { getElementsByTagName } from 'domutils';
import {
  type Complaint,
  lineage,
  nameOf,
  nameOfText,
  nearest,
  type Page,
  readable,
  shortened,
  textsIn,
  wordsOf,
} from './page.js';

/**
 * Direction: clients strip html and body and their attributes, so the direction has to be said within the body, around
 * all that it holds. And it must be that of the language.
 */
export function badDirections({ elements, body }: Page): Complaint[] {
  const wrong = elements.flatMap((element) => {
    const { dir, lang } = element.attribs;
    if (dir !== undefined && !['ltr', 'rtl', 'auto'].includes(dir))
      return [{ check: 'dir', at: nameOf(element), reason: `“${dir}” is no direction` }];
    if (lang === undefined || !languageName(lang)) return [];
    const said = nearest(element, ({ attribs }) => attribs.dir) ?? 'ltr';
    const meant = isRightToLeft(lang) ? 'rtl' : 'ltr';
    return said === 'auto' || said === meant
      ? []
      : [{ check: 'dir', at: nameOf(element), reason: `the direction is ${said} and the language’s is ${meant}` }];
  });
  return [...unwrapped(body, 'dir'), ...wrong];
}

/** Language, said within the body for the same reason, in a tag that means one, and fitting what is written. */
export function badLanguages({ elements, body, document, texts }: Page): Complaint[] {
  const [html] = getElementsByTagName('html', document);
  const absent =
    html?.attribs.lang === undefined ? [{ check: 'html-lang', at: '<html>', reason: 'says no language' }] : [];
  const wrong = elements.flatMap((element) => {
    const { lang } = element.attribs;
    if (lang === undefined || languageName(lang)) return [];
    const check = element.name === 'html' ? 'html-lang' : 'lang';
    return [{ check, at: nameOf(element), reason: `“${lang}” is no language` }];
  });
  const foreign = texts.flatMap((text) => {
    const lang = nearest(text, ({ attribs }) => attribs.lang);
    const script = scriptOf(text.data);
    if (!script || !lang || !languageName(lang) || writtenIn(lang, script)) return [];
    return [{ check: 'lang', at: nameOfText(text), reason: `${script} letters in what is said to be “${lang}”` }];
  });
  return [...absent, ...unwrapped(body, 'lang'), ...wrong, ...foreign];
}

export function badTitle({ document }: Page): Complaint[] {
  const [title] = getElementsByTagName('title', document);
  return title && wordsOf(title) ? [] : [{ check: 'title', at: '<title>', reason: 'there is none, or nothing in it' }];
}

/** Readers who see little make the text larger. */
export function fixedZoom({ document }: Page): Complaint[] {
  return getElementsByTagName('meta', document)
    .filter(({ attribs }) => attribs.name?.toLowerCase() === 'viewport')
    .filter(({ attribs }) =>
      /user-scalable\s*=\s*(?:no|0)|maximum-scale\s*=\s*[0-4](?:\D|$)/i.test(attribs.content ?? ''),
    )
    .map(() => ({ check: 'zoom', at: '<meta name="viewport">', reason: 'keeps readers from zooming' }));
}

/** Parts of the body with something to read or see that no element within the body gives this attribute. */
function unwrapped(body: Element | undefined, attribute: 'dir' | 'lang'): Complaint[] {
  const isBare = (node: AnyNode) =>
    ![...lineage(node)].some(
      ({ name, attribs }) => name !== 'body' && name !== 'html' && attribs[attribute] !== undefined,
    );
  return (body?.children ?? [])
    .filter((child) => {
      const pictures = isTag(child)
        ? [child, ...getElementsByTagName('img', child)].filter(({ name }) => name === 'img')
        : [];
      return [...textsIn(child), ...pictures].some(isBare);
    })
    .map((child) => ({
      check: attribute,
      at: isTag(child) ? nameOf(child) : `“${shortened(isText(child) ? readable(child.data) : '')}”`,
      reason: `has something in it for which no element inside the body says its ${attribute}`,
    }));
}

const languageNames = new Intl.DisplayNames(['en'], { type: 'language', fallback: 'none' });

/** The English name of a language by its BCP 47 tag; undefined for what is no tag, for unknown ones and for "und". */
function languageName(tag: string): string | undefined {
  try {
    return tag === 'und' ? undefined : languageNames.of(tag);
  } catch {
    return undefined;
  }
}

function isRightToLeft(lang: string): boolean {
  return ['Arab', 'Hebr', 'Syrc', 'Thaa', 'Nkoo'].includes(new Intl.Locale(lang).maximize().script ?? '');
}

/** Scripts by their Unicode names, and the ISO 15924 codes of the ways of writing that use them. */
const scripts: Readonly<Record<string, readonly string[]>> = {
  Arabic: ['Arab'],
  Hebrew: ['Hebr'],
  Cyrillic: ['Cyrl'],
  Greek: ['Grek'],
  Devanagari: ['Deva'],
  Bengali: ['Beng'],
  Ethiopic: ['Ethi'],
  Hangul: ['Kore'],
  Hiragana: ['Jpan'],
  Katakana: ['Jpan'],
  Han: ['Hans', 'Hant', 'Jpan', 'Kore'],
};

/** The script, other than Latin, of which a text has two letters or more. */
function scriptOf(text: string): string | undefined {
  return Object.keys(scripts).find(
    (script) => (text.match(new RegExp(`\\p{Script=${script}}`, 'gu'))?.length ?? 0) > 1,
  );
}

function writtenIn(lang: string, script: string): boolean {
  return scripts[script]?.includes(new Intl.Locale(lang).maximize().script ?? '') ?? true;
}
