import type { Root } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';
import { withoutControls } from '../clean-html.js';

/** What means something in Markdown and little in a mail that was typed, or takes a parser long when there is much of it. */
const unmeant = [
  ...['htmlFlow', 'htmlText', 'codeIndented', 'codeFenced', 'codeText', 'definition', 'labelStartImage'],
  ...['labelStartLink', 'setextUnderline', 'characterEscape', 'characterReference', 'headingAtx', 'table'],
  ...['attention', 'strikethrough', 'gfmFootnoteCall', 'gfmFootnoteDefinition', 'tasklistCheck'],
];

/** More marks of lists and quotations than this at the start of a line are drawings, which take a parser long. */
const drawing = /^[ \t]*(?:(?:>|[-+*]|\d{1,9}[.)])[ \t]*){7,}/gm;

/**
 * The text of a mail that was typed: paragraphs, lists, quotations and addresses of the web. What stands below the line
 * that begins a signature (“-- ”) is not part of it.
 */
export function plainMail(text: string): Root {
  const [written = ''] = text.replaceAll('\r\n', '\n').split(/\n-- \n/);
  const calm = withoutControls(written)
    .replace(drawing, '')
    .replace(/^[ \t]{4,}/gm, '   ');
  return fromMarkdown(calm, {
    extensions: [gfm(), { disable: { null: unmeant } }],
    mdastExtensions: [gfmFromMarkdown()],
  });
}
