import type { Nodes, Root } from 'mdast';
import { rule } from '../../rule.js';
import { offsetAt, placeAt } from '../../source-text.js';

/** Words beside a quotation that say whose it is, or that it is a text to copy. */
const attributes =
  /:\s*$|\b(?:said|says|wrote|writes|told|tells|asked|asks|adds|added|explains?|explained|according to|in (?:his|her|their|its) (?:own )?words|quoted?|letter|statement|text|words|motion|copy|draft|template)\b/i;
const ownLine = /(?:^|\n)\s*[—–-]\s*\S|\([^()]{3,80}\)\s*$/;

export const quoteAttribution = rule({
  id: 'content/quote-attribution',
  over: 'writing',
  severity: 'info',
  title: 'A quotation says who spoke',
  why: 'Readers weigh words by who said them. A quotation that is nobody’s is read as the union’s own.',
  origins: [
    {
      title: 'Editors’ Code of Practice, clause 1 (accuracy)',
      url: 'https://www.ipso.co.uk/editors-code-of-practice/',
    },
  ],
  bad: 'The school was closed.\n\n> We teach under the olive tree.',
  good: 'The school was closed. Amal, who teaches there, says:\n\n> We teach under the olive tree.',
  *judge({ trees, file }) {
    for (const tree of trees) {
      for (const [index, node] of tree.children.entries()) {
        if (node.type !== 'blockquote' || isAttributed(tree, index)) continue;
        const start = node.position?.start;
        if (!start) continue;
        yield {
          place: placeAt(file, offsetAt(file, start.line, start.column)),
          words: `The quotation “${firstWords(visible(node))}” does not say whose words it is.`,
          fix: 'Name the speaker in the sentence before, or in a last line that begins with “–”.',
        };
      }
    }
  },
});

function isAttributed(tree: Root, index: number): boolean {
  const [before, quote, after] = [tree.children[index - 1], tree.children[index], tree.children[index + 1]];
  const beside = [before, after].flatMap((node) => (node ? [visible(node)] : []));
  return beside.some((text) => attributes.test(text)) || (quote !== undefined && ownLine.test(visible(quote)));
}

function visible(node: Nodes): string {
  if (node.type === 'text' || node.type === 'inlineCode') return node.value;
  if (!('children' in node)) return '';
  return node.children.map(visible).join(node.type === 'blockquote' ? '\n' : '');
}

function firstWords(text: string): string {
  const words = text.trim().split(/\s+/);
  return words.length > 6 ? `${words.slice(0, 6).join(' ')} …` : words.join(' ');
}
