import type { MergeField } from '../../model/audience.js';
import type { Finding } from '../../model/finding.js';
import type { Place } from '../../model/place.js';
import { declaredFields, type MergeTag, mergeTags, ownFields } from '../merge-tags.js';

/** Reading one piece for print: what it is called, what merge fields fall back to, and the complaints so far. */
export type Proof = {
  /** Names the piece in a complaint: “Teachers in Myanmar”. */
  readonly piece: string;
  /** What to do when a fallback does not read well in this piece. */
  readonly fix: string;
  readonly fields: readonly MergeField[];
  readonly findings: Finding[];
};

/** Makes words fit for print that stand at a path of the item's file. */
export type Print = (text: string, path: string) => string;

/**
 * One text as print can have it: merge tags give way to their fallbacks, with a warning each, and line ends of the
 * source become spaces. `placeOf` gives the place of the character at an index of the text. Brackets that are no
 * declared field's and have no fallback are text as typed.
 */
export function inPrint(text: string, placeOf: (index: number) => Place, proof: Proof): string {
  const declared = declaredFields(proof);
  let printed = '';
  let end = 0;
  for (const tag of mergeTags(text)) {
    if (tag.fallback === undefined && !declared.has(tag.name)) continue;
    const fallback = (tag.fallback ?? proof.fields.find(({ name }) => name === tag.name)?.fallback ?? '').trim();
    proof.findings.push(tagFinding(tag, fallback, placeOf(tag.index), proof));
    printed += text.slice(end, tag.index) + fallback;
    end = tag.index + tag.text.length;
    // "Dear [[name]]," without a name reads "Dear,".
    if (fallback === '' && /^[\s,.;:!?]/.test(text.slice(end))) printed = printed.replace(/[ \t]$/, '');
  }
  return (printed + text.slice(end)).replace(/[ \t]*[\r\n]+[ \t]*/g, ' ');
}

/** A short text on one line. */
export function flat(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/** A text without what no Word file can hold (XML 1.0 §2.2): controls, lone surrogates and two non-characters. */
export function printable(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the controls are what it is for
  return text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu, '');
}

function tagFinding({ text, name }: MergeTag, fallback: string, place: Place, { piece, fix }: Proof): Finding {
  const isOfTheMail = ownFields.some((own) => own === name);
  const why = isOfTheMail ? 'is an address of the mail, and print has none' : 'cannot be filled in print';
  const result = fallback === '' ? 'nothing is printed in its place' : `“${fallback}” is printed instead`;
  return {
    rule: 'render/merge-tag-in-print',
    severity: 'warning',
    place,
    words: `${piece}: ${text} ${why}, so ${result}.`,
    fix,
  };
}
