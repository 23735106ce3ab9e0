import type { Nodes, PhrasingContent, Root } from 'mdast';
import type { Passage, PassageRole, Stretch } from './passage.js';
import { offsetAt, type SourceText } from './source-text.js';

/** The passages of a parsed Markdown text: its paragraphs, headings and cells. */
export function passagesOf(tree: Root, file: SourceText, path: string): Passage[] {
  const passages: Passage[] = [];
  const visit = (node: Nodes, role: PassageRole) => {
    if (node.type === 'paragraph' || node.type === 'heading' || node.type === 'tableCell') {
      const own = node.type === 'heading' ? 'heading' : node.type === 'tableCell' ? 'cell' : role;
      passages.push(phrasing(node.children, file, own, path));
      return;
    }
    if (!('children' in node)) return;
    const below = node.type === 'blockquote' ? 'quote' : node.type === 'listItem' ? 'list-item' : role;
    for (const child of node.children) visit(child, below);
  };
  visit(tree, 'paragraph');
  return passages;
}

/** The passage of a setting: a value as read, whose first character stands at a line and column of the file. */
export function passageOfValue(
  value: string,
  [line, column]: readonly [line: number, column: number],
  file: SourceText,
  role: PassageRole,
  path: string,
): Passage {
  const spans = alignWords(value, 0, file, offsetAt(file, line, column));
  return { ...bare(file, role, path), text: value, spans, apart: mergeTags(value) };
}

type Building = {
  text: string;
  spans: Span[];
  apart: Stretch[];
  strong: Stretch[];
  emphasised: Stretch[];
  linked: Stretch[];
};
type Span = Passage['spans'][number];

function bare(file: SourceText, role: PassageRole, path: string): Omit<Passage, 'text' | 'spans'> {
  return { file, role, path, apart: [], strong: [], emphasised: [], linked: [] };
}

function phrasing(nodes: readonly PhrasingContent[], file: SourceText, role: PassageRole, path: string): Passage {
  const building: Building = { text: '', spans: [], apart: [], strong: [], emphasised: [], linked: [] };
  for (const node of nodes) add(node, building, file);
  const apart = [...building.apart, ...mergeTags(building.text)];
  return { ...bare(file, role, path), ...building, apart };
}

function add(node: PhrasingContent, building: Building, file: SourceText): void {
  const from = building.text.length;
  const through = () => {
    if ('children' in node) for (const child of node.children) add(child, building, file);
    return { from, to: building.text.length };
  };
  switch (node.type) {
    case 'text':
    case 'inlineCode': {
      const start = node.position?.start;
      const at = start ? offsetAt(file, start.line, start.column) : 0;
      building.spans.push(...alignWords(node.value, from, file, at));
      building.text += node.value;
      if (node.type === 'inlineCode') building.apart.push({ from, to: building.text.length });
      return;
    }
    case 'break':
      building.text += '\n';
      return;
    case 'strong':
      building.strong.push(through());
      return;
    case 'emphasis':
      building.emphasised.push(through());
      return;
    case 'link': {
      const stretch = through();
      if (node.url.startsWith('lang:')) building.apart.push(stretch);
      else building.linked.push(stretch);
      // What is an address itself is no prose: a web address, a domain, an email address.
      if (/^(https?:\/\/|www\.|[^\s@]+@)\S+$/i.test(building.text.slice(from))) building.apart.push(stretch);
      return;
    }
    case 'linkReference':
      building.linked.push(through());
      return;
    case 'html':
    case 'image':
    case 'imageReference':
    case 'footnoteReference':
      return;
    default:
      through();
  }
}

/** How far ahead in the file the next word of a value may stand: past a line break, an indent and a mark or two. */
const farthest = 120;

/**
 * Where a text stands in a file from an offset on: as a whole if it stands there letter by letter, otherwise word by
 * word, since what lies between words (line breaks, indents, the marks of quotes) is not as it was written.
 */
function alignWords(text: string, from: number, file: SourceText, offset: number): Span[] {
  const source = file.text;
  const quote = /^[\\"'`]+ ?/.exec(source.slice(offset, offset + 4))?.[0] ?? '';
  for (const start of [offset, offset + quote.length]) {
    if (source.startsWith(text, start)) return [{ from, to: from + text.length, offset: start }];
  }
  const spans: Span[] = [];
  let cursor = offset;
  for (const word of text.matchAll(/\S+/g)) {
    const ahead = source.slice(cursor, cursor + farthest + word[0].length).indexOf(word[0]);
    if (ahead === -1) continue;
    const found = cursor + ahead;
    cursor = found + word[0].length;
    spans.push({ from: from + word.index, to: from + word.index + word[0].length, offset: found });
  }
  return spans.length > 0 ? spans : [{ from, to: from, offset }];
}

function mergeTags(text: string): Stretch[] {
  return [...text.matchAll(/\[\[[a-z][a-z0-9_]*(?:\|[^[\]|]*)?\]\]/g)].map((match) => ({
    from: match.index,
    to: match.index + match[0].length,
  }));
}
