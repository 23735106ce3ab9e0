import type { TemplateFile } from '../../model/design.js';
import type { Place } from '../../model/place.js';
import { lineStarts, offsetOf, placeAt } from './lines.js';
import { nodesOf, type Program } from './tree.js';

/**
 * MJML complains about lines of what the templates produced. To lead from there to a template, each MJML tag in a
 * template's own text is preceded by the number of its place, between control characters (which `parseTemplate`
 * refuses in templates). A marker stands before a "<" and is no white space itself, so the rules about white space of
 * Handlebars see the same text; and it counts only before an MJML tag, which an author's escaped text cannot contain,
 * so that no text can be taken for one.
 */
const open = '\u0001';
const close = '\u0002';
const tag = '<mj-';
const marker = new RegExp(`${open}(\\d+)${close}(?=${tag})`, 'g');

/**
 * Puts a marker at each MJML tag in the tree's own text, and gives the tree. The places are added to `places`, and a
 * marker is an index there.
 */
export function withMarkers({ file, text }: TemplateFile, tree: Program, places: Place[]): Program {
  const starts = lineStarts(text);
  for (const { node } of nodesOf(tree)) {
    // Only a template's text: a tag in a comment or in quotes between braces is not output.
    if (node.type !== 'ContentStatement') continue;
    const from = offsetOf(starts, node.loc.start);
    const content = node as unknown as { value: string; original: string };
    content.value = content.value.replaceAll(tag, (found, at: number) => {
      places.push(placeAt(file, starts, from + at));
      return `${open}${places.length - 1}${close}${found}`;
    });
    content.original = content.value;
  }
  return tree;
}

/** What was rendered from marked templates as it would be without markers. */
export function withoutMarkers(rendered: string): string {
  return rendered.replace(marker, '');
}

/**
 * The place of the first MJML tag on a line (from 1) of what was rendered from marked templates, or else of the last
 * tag before it, or undefined where there is none.
 */
export function placeOfLine(rendered: string, line: number, places: readonly Place[]): Place | undefined {
  const lines = rendered.split('\n');
  const here = [...(lines[line - 1] ?? '').matchAll(marker)].at(0);
  const before = here ?? [...lines.slice(0, line).join('\n').matchAll(marker)].at(-1);
  return before && places[Number(before[1])];
}
