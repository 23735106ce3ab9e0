import type { Document, Element } from 'domhandler';
import { findAll, getElementsByTagName, textContent } from 'domutils';
import { strFromU8, unzipSync } from 'fflate';
import { parseDocument } from 'htmlparser2';

export type WordParagraph = {
  readonly style: string;
  readonly text: string;
  readonly links: readonly string[];
  /** "1 decimal from 3": level, format and start of the list that it stands in. */
  readonly list?: string;
  readonly inTable: boolean;
  readonly bidi: boolean;
  readonly languages: readonly string[];
};

export type WordFile = {
  readonly parts: ReadonlyMap<string, string>;
  readonly paragraphs: readonly WordParagraph[];
  /** Style names by id. */
  readonly styles: ReadonlyMap<string, string>;
};

/** What is in a .docx, read with an XML parser: enough of ECMA-376 to see what a person sees in Word. */
export function readWord(bytes: Uint8Array): WordFile {
  const parts = new Map(Object.entries(unzipSync(bytes)).map(([name, part]) => [name, strFromU8(part)]));
  const body = xml(parts, 'word/document.xml');
  const numbering = xml(parts, 'word/numbering.xml');
  const targets = new Map(
    tags(xml(parts, 'word/_rels/document.xml.rels'), 'Relationship').map(({ attribs }) => [attribs.Id, attribs.Target]),
  );
  const styles = new Map(
    tags(xml(parts, 'word/styles.xml'), 'w:style').map((style) => [
      style.attribs['w:styleId'] ?? '',
      setting(style, 'w:name') ?? '',
    ]),
  );
  const paragraphs = tags(body, 'w:p').map((paragraph): WordParagraph => {
    const numId = setting(paragraph, 'w:numId');
    return {
      style: styles.get(setting(paragraph, 'w:pStyle') ?? 'Normal') ?? 'undefined style',
      text: textOf(paragraph),
      links: tags(paragraph, 'w:hyperlink').map(({ attribs }) => {
        const anchor = attribs['w:anchor'];
        return `${targets.get(attribs['r:id'])}${anchor ? `#${anchor}` : ''}`;
      }),
      ...(numId ? { list: listOf(numbering, numId, setting(paragraph, 'w:ilvl') ?? '0') } : {}),
      inTable: hasAncestor(paragraph, 'w:tbl'),
      bidi: tags(paragraph, 'w:bidi').length > 0,
      languages: [...new Set(tags(paragraph, 'w:lang').map(({ attribs }) => attribs['w:val'] ?? ''))],
    };
  });
  return { parts, paragraphs, styles };
}

export function xml(parts: ReadonlyMap<string, string>, name: string): Document {
  return parseDocument(parts.get(name) ?? '', { xmlMode: true });
}

export function tags(within: Document | Element, name: string): Element[] {
  return getElementsByTagName(name, within, true);
}

/** What a property is set to: the w:val of the first element of a name. */
export function setting(within: Element, name: string): string | undefined {
  return tags(within, name)[0]?.attribs['w:val'];
}

/** Text, line breaks and tabs of a part or a paragraph, in order. */
export function textOf(within: Document | Element): string {
  return findAll((each) => ['w:t', 'w:br', 'w:tab'].includes(each.name), within.children)
    .filter((each) => !hasAncestor(each, 'w:tabs'))
    .map((each) => (each.name === 'w:t' ? textContent(each) : each.name === 'w:br' ? '\n' : '\t'))
    .join('');
}

function listOf(numbering: Document, numId: string, level: string): string {
  const num = tags(numbering, 'w:num').find(({ attribs }) => attribs['w:numId'] === numId);
  const abstract = tags(numbering, 'w:abstractNum').find(
    ({ attribs }) => attribs['w:abstractNumId'] === (num && setting(num, 'w:abstractNumId')),
  );
  const own = abstract && tags(abstract, 'w:lvl').find(({ attribs }) => attribs['w:ilvl'] === level);
  const override = num && tags(num, 'w:lvlOverride').find(({ attribs }) => attribs['w:ilvl'] === level);
  const start = (override && setting(override, 'w:startOverride')) ?? (own && setting(own, 'w:start'));
  return `list ${numId}, level ${level}, ${own && setting(own, 'w:numFmt')} from ${start}`;
}

function hasAncestor(element: Element, name: string): boolean {
  for (let parent = element.parent; parent; parent = parent.parent)
    if ('name' in parent && parent.name === name) return true;
  return false;
}
