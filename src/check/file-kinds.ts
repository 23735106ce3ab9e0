import { urlOf } from './hosts.js';

/** Endings of files that are not pages, and words by which their kind may be told. */
const kinds: Readonly<Record<string, RegExp>> = {
  pdf: /pdf/i,
  doc: /word|docx?\b/i,
  docx: /word|docx?\b/i,
  odt: /odt|document/i,
  rtf: /rtf|word|document/i,
  ppt: /powerpoint|slides|presentation|pptx?\b/i,
  pptx: /powerpoint|slides|presentation|pptx?\b/i,
  xls: /excel|spreadsheet|xlsx?\b/i,
  xlsx: /excel|spreadsheet|xlsx?\b/i,
  ods: /ods\b|spreadsheet/i,
  csv: /csv|spreadsheet/i,
  zip: /zip/i,
  epub: /epub|e-?book/i,
  mp3: /mp3|audio|podcast|recording|listen|song/i,
  mp4: /mp4|video|film|watch|clip|recording/i,
  mov: /video|film|watch|clip|recording/i,
  ics: /calendar|diary|ics\b/i,
};

/** What a link opens, if that is a file and not a page: "pdf"; undefined for pages. */
export function fileKindOf(address: string): string | undefined {
  if (!/\.[a-z0-9]{2,4}(?:[?#]|$)/i.test(address)) return undefined;
  const ending = /\.([a-z0-9]{2,4})$/i.exec(urlOf(address)?.pathname ?? '')?.[1]?.toLowerCase() ?? '';
  return ending in kinds ? ending : undefined;
}

/** Whether words tell that what they are about is a file of a kind. */
export function namesKind(words: string, kind: string): boolean {
  return kinds[kind]?.test(words) ?? false;
}
