import { Parser } from 'htmlparser2';
import { withoutControls } from './clean-html.js';

/** The longest title or name that is believed to be one, in characters. */
const longest = 300;

/** Text on one line, with no more than a title has; undefined where there is none. */
export function oneLine(text: string | null | undefined): string | undefined {
  const line = withoutControls((text ?? '').slice(0, 20 * longest))
    .replace(/\s+/g, ' ')
    .trim();
  if (line === '') return undefined;
  return line.length > longest ? `${line.slice(0, longest - 1).trimEnd()}…` : line;
}

/** The words of a title that may be HTML. */
export function wordsOfHtml(html: string | null | undefined): string | undefined {
  const words: string[] = [];
  const parser = new Parser({ ontext: (text) => words.push(text) });
  parser.end((html ?? '').slice(0, 20 * longest));
  return oneLine(words.join(''));
}

/** Text as HTML: a paragraph where a line is empty. */
export function paragraphsOf(text: string): string {
  const escaped = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  return escaped
    .split(/\r?\n[ \t]*\r?\n/)
    .map((paragraph) => `<p>${paragraph.trim().replace(/\r?\n/g, '<br>')}</p>`)
    .join('');
}

/** A language as BCP 47 has it; undefined for what is none. */
export function languageOf(text: string | null | undefined): string | undefined {
  const lang = (text ?? '').trim().replaceAll('_', '-');
  return /^[a-z]{2,3}(-[a-z0-9]{2,8})*$/i.test(lang) && lang.length <= 35 ? lang : undefined;
}
