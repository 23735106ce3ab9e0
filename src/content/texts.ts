import type { Markdown } from '../model/item.js';
import { placeOf } from '../model/place.js';
import type { TextFile } from '../model/text-file.js';
import type { Cut } from './front-matter.js';
import type { YamlReading } from './yaml.js';

/** The text below the front matter. */
export function bodyOf(file: TextFile, cut: Cut): Markdown {
  return { text: cut.body, place: { file: file.path, line: cut.bodyLine, column: 1 }, indent: 0 };
}

/** A setting that is Markdown, best written as a block ("|"), whose lines then have their places. */
export function markdownAt(text: string, path: string, yaml: YamlReading): Markdown {
  return { text, place: placeOf(yaml.source, path), indent: yaml.blocks[path] ?? 0 };
}

/**
 * A setting that is plain paragraphs: one empty line between any two, however it was written. In a YAML value that is
 * not a literal block ("|"), what was an empty line has become a mere line break.
 */
export function paragraphsAt(text: string, path: string, yaml: YamlReading): string {
  const between = yaml.literals.has(path) ? /[ \t]*\n(?:[ \t]*\n)+/g : /\s*\n\s*/g;
  return text.trim().replace(between, '\n\n');
}
