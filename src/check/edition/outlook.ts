import { Tokenizer } from 'htmlparser2';

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
  let fault: string | undefined;
  let name = '';
  const nothing = () => undefined;
  const tokenizer = new Tokenizer(
    {},
    {
      onopentagname: (start, end) => {
        name = html.slice(start, end).toLowerCase();
      },
      onopentagend: () => {
        if (paired.has(name)) open.push(name);
      },
      onselfclosingtag: () => {
        if (paired.has(name)) open.push(name);
      },
      onclosetag: (start, end) => {
        const closed = html.slice(start, end).toLowerCase();
        if (!paired.has(closed) || fault !== undefined) return;
        const last = open.pop();
        if (last !== closed) {
          fault = last === undefined ? `</${closed}> closes nothing` : `</${closed}> stands where </${last}> should`;
        }
      },
      onattribdata: nothing,
      onattribentity: nothing,
      onattribend: nothing,
      onattribname: nothing,
      oncdata: nothing,
      oncomment: nothing,
      ondeclaration: nothing,
      onend: nothing,
      onprocessinginstruction: nothing,
      ontext: nothing,
      ontextentity: nothing,
    },
  );
  tokenizer.write(html);
  tokenizer.end();
  const last = open.at(-1);
  return fault ?? (last === undefined ? undefined : `<${last}> is not closed`);
}
