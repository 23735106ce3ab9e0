import { tokensIn } from './tags.js';

/** What is between the marks of conditional comments, and whether Outlook for Windows reads it. */
type Part = { readonly html: string; readonly isForOutlook: boolean };

const marks = /<!--\[if ([^\]>]*)\]>(?:<!-->|-->)?|<!\[if ([^\]>]*)\]>|(?:<!--|<!)?<!\[endif\](?:--)?>/gi;

/** What is wrong with the conditional comments of an edition, or with the page that Outlook makes of them. */
export function outlookFault(html: string): string | undefined {
  const parts: Part[] = [];
  let from = 0;
  let open: string | undefined;
  for (const match of html.matchAll(marks)) {
    const [mark, hidden, revealed] = match;
    const condition = hidden ?? revealed;
    parts.push({ html: html.slice(from, match.index), isForOutlook: open === undefined || isOutlook(open) });
    from = match.index + mark.length;
    if (condition !== undefined && open !== undefined) return `“[if ${open}]” is not closed before “[if ${condition}]”`;
    if (condition === undefined && open === undefined) return '“<![endif]” closes nothing';
    open = condition?.trim();
  }
  if (open !== undefined) return `“[if ${open}]” is not closed`;
  parts.push({ html: html.slice(from), isForOutlook: true });
  const outlook = parts.filter(({ isForOutlook }) => isForOutlook).map((part) => part.html);
  const stray = strayTag(outlook.join(''));
  // What is wrong in every program is told of the HTML.
  if (stray === undefined || strayTag(withoutComments(html)) !== undefined) return undefined;
  return `in Outlook ${stray}`;
}

/** Whether Outlook for Windows, which calls itself "mso", takes a condition for true. */
function isOutlook(condition: string): boolean {
  return condition.split('|').some((part) => /\bmso\b/i.test(part) && !/!|\blte?\b/i.test(part));
}

function withoutComments(html: string): string {
  const parts: string[] = [];
  let from = 0;
  for (let start = html.indexOf('<!--'); start !== -1; start = html.indexOf('<!--', from)) {
    parts.push(html.slice(from, start));
    const end = html.indexOf('-->', start + 4);
    from = end === -1 ? html.length : end + 3;
  }
  return [...parts, html.slice(from)].join('');
}

/** Of these both tags are written; of others (p, li) the second may be left out. */
const paired = new Set(['table', 'tr', 'td', 'th', 'tbody', 'div', 'center']);

/** What is wrong with the tags of the layout: one that is never closed, or closes what was not opened last. */
function strayTag(html: string): string | undefined {
  const open: string[] = [];
  for (const token of tokensIn(html)) {
    if ((token.is !== 'start' && token.is !== 'end') || !paired.has(token.name)) continue;
    if (token.is === 'start') {
      open.push(token.name);
      continue;
    }
    const last = open.pop();
    if (last === undefined) return `</${token.name}> closes nothing`;
    if (last !== token.name) return `</${token.name}> stands where </${last}> should`;
  }
  const last = open.at(-1);
  return last === undefined ? undefined : `<${last}> is not closed`;
}
