import type { Nodes, Root } from 'mdast';
import type { Finding } from '../model/finding.js';
import type { Place } from '../model/place.js';

/** What Markdown has instead of the HTML that people paste. */
const instead: Readonly<Record<string, string>> = {
  a: 'Write a link as [words](https://…).',
  b: 'Write **bold** with two asterisks.',
  strong: 'Write **bold** with two asterisks.',
  i: 'Write *emphasis* with one asterisk.',
  em: 'Write *emphasis* with one asterisk.',
  br: 'End the paragraph with an empty line, or end the line with a backslash.',
  p: 'Separate paragraphs with an empty line.',
  div: 'Separate paragraphs with an empty line.',
  span: 'Write the words alone.',
  img: 'Name the picture in the front matter: image: { src, alt, credit }.',
  h1: 'Write a heading as “## Heading”.',
  h2: 'Write a heading as “## Heading”.',
  h3: 'Write a heading as “### Heading”.',
  ul: 'Write each entry on a line that begins with “- ”.',
  ol: 'Write each entry on a line that begins with “1. ”.',
  li: 'Write each entry on a line that begins with “- ”.',
  blockquote: 'Begin each line of the quote with “> ”.',
  table: 'Write a table with “|” between the cells.',
  u: 'Write **bold** instead: underlined words look like links.',
  script: 'Remove it: nothing runs in an email.',
  style: 'Remove it: the template sets the look.',
  iframe: 'Link to the page instead: [words](https://…).',
  video: 'Link to the video instead: [Watch … (video)](https://…).',
};

/** Complaints about raw HTML and about links that readers cannot open, each at its place in the file. */
export function markupFindings(tree: Root, file: string): Finding[] {
  const findings: Finding[] = [];
  visit(tree, (node) => {
    const place = placeIn(file, node);
    if (node.type === 'html') findings.push(htmlFinding(node.value, place));
    if ((node.type === 'link' || node.type === 'definition') && !canOpen(node.url)) {
      findings.push({
        rule: 'content/link',
        severity: 'error',
        place,
        words: `Readers cannot open “${node.url.slice(0, 60)}”.`,
        fix: 'Write the link in full, beginning with https://, or mailto: for an address.',
      });
    }
  });
  return findings;
}

function htmlFinding(html: string, place: Place): Finding {
  const tag = /^<\/?([a-z][a-z0-9]*)/i.exec(html)?.[1]?.toLowerCase();
  if (!tag) {
    return {
      rule: 'content/html',
      severity: 'error',
      place,
      words: 'A hidden comment stands in the text.',
      fix: 'Remove it, or write it after “#” in the front matter.',
    };
  }
  return {
    rule: 'content/html',
    severity: 'error',
    place,
    words: `HTML is not used in items, and here is a <${tag}>.`,
    fix: instead[tag] ?? 'Write it in Markdown. If the angle bracket is meant, put a backslash before it: \\<.',
  };
}

function canOpen(url: string): boolean {
  return (
    /^https?:\/\/[^\s/]/i.test(url) ||
    /^mailto:[^@\s]+@[^@\s]+$/i.test(url) ||
    /^tel:\+?[0-9-]+$/i.test(url) ||
    // Not a link but the language of the words, for screen readers: [Eğitim Sen](lang:tr).
    /^lang:[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(url) ||
    /^\[\[[a-z][a-z0-9_]*(\|[^[\]|]*)?\]\]/.test(url)
  );
}

function visit(node: Nodes, see: (node: Nodes) => void): void {
  see(node);
  if ('children' in node) for (const child of node.children) visit(child, see);
}

function placeIn(file: string, node: Nodes): Place {
  return { file, line: node.position?.start.line ?? 1, column: node.position?.start.column ?? 1 };
}
