import { Tokenizer } from 'htmlparser2';

/** A tag as it is written, or words between tags. */
export type Token =
  | {
      readonly is: 'start';
      readonly name: string;
      readonly attributes: readonly string[];
      readonly isSelfClosed: boolean;
      /** Whether all its values stand in quotes. */
      readonly isQuoted: boolean;
    }
  | { readonly is: 'end'; readonly name: string }
  | { readonly is: 'words'; readonly words: string }
  | { readonly is: 'other' };

/** The tags of HTML one after another, with nothing added or mended as a browser would. */
export function tokensIn(html: string): Token[] {
  const tokens: Token[] = [];
  let name = '';
  let attributes: string[] = [];
  let isQuoted = true;
  const start = (isSelfClosed: boolean) => tokens.push({ is: 'start', name, attributes, isSelfClosed, isQuoted });
  const words = (from: number, to: number) => tokens.push({ is: 'words', words: html.slice(from, to) });
  const other = () => tokens.push({ is: 'other' });
  const nothing = () => undefined;
  const tokenizer = new Tokenizer(
    { decodeEntities: false },
    {
      onopentagname: (from, to) => {
        name = html.slice(from, to).toLowerCase();
        attributes = [];
        isQuoted = true;
      },
      onattribname: (from, to) => attributes.push(html.slice(from, to).toLowerCase()),
      onattribend: (quote) => {
        if (quote === 0 || quote === 1) isQuoted = false;
      },
      onopentagend: () => start(false),
      onselfclosingtag: () => start(true),
      onclosetag: (from, to) => tokens.push({ is: 'end', name: html.slice(from, to).toLowerCase() }),
      ontext: words,
      onattribdata: nothing,
      onattribentity: nothing,
      oncdata: other,
      oncomment: nothing,
      ondeclaration: nothing,
      onend: nothing,
      onprocessinginstruction: other,
      ontextentity: nothing,
    },
  );
  tokenizer.write(html);
  tokenizer.end();
  return tokens;
}
