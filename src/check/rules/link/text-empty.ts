import type { Nodes } from 'mdast';
import { rule } from '../../rule.js';

export const textEmpty = rule({
  id: 'link/text-empty',
  over: 'writing',
  severity: 'error',
  title: 'Links have words',
  why: 'A link without words cannot be seen, and a screen reader says “link” and nothing else. One that is only an arrow or a smiley says little more.',
  origins: [{ title: 'WCAG 2.2, 4.1.2 Name, Role, Value', url: 'https://www.w3.org/TR/WCAG22/#name-role-value' }],
  bad: '[](https://www.example.org/sign)',
  good: '[Sign the petition](https://www.example.org/sign)',
  *judge({ links, trees }) {
    let pictured: ReadonlySet<string> | undefined;
    for (const { url, text, textPlace, in: where } of links) {
      if (where === 'setting' || /[\p{L}\p{N}]/u.test(text)) continue;
      pictured ??= new Set(trees.flatMap((tree) => [...linksWithPictures(tree)]));
      // The words of a picture are those of its link.
      if (pictured.has(url)) continue;
      const what = text.trim();
      yield {
        place: textPlace,
        words: `The link to ${url.length > 60 ? `${url.slice(0, 57)}…` : url} has no words${what === '' ? '' : `, only “${what}”`}.`,
        fix: 'Write between the square brackets what is there: [Sign the petition](…).',
      };
    }
  },
});

/** The addresses of links that have a picture with words. */
function* linksWithPictures(node: Nodes): Generator<string> {
  if (node.type === 'link' && node.children.some((child) => child.type === 'image' && child.alt?.trim()))
    yield node.url;
  if ('children' in node) for (const child of node.children) yield* linksWithPictures(child);
}
