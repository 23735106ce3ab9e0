import type { Edition } from '../model/edition.js';
import type { Issue } from '../model/issue.js';
import type { DateText } from '../model/time.js';
import { digestOf } from '../render/digest.js';
import type { OutputFile } from '../workspace/write-folder.js';
import type { BuiltEdition } from './build-result.js';

type Output = { readonly editions: readonly BuiltEdition[]; readonly files: readonly OutputFile[] };

/** The files of email editions: HTML and plain text of each. */
export function editionFiles(editions: readonly Edition[]): Output {
  return {
    editions: editions.map((edition) => {
      const { id, variant, subject, preheader, digest, mergeFields, items, html, text } = edition;
      return { id, variant, subject, preheader, digest, mergeFields, items, bytes: bytesOf({ html, text }) };
    }),
    files: editions.flatMap(({ id, html, text }) => [
      { name: `${id}.html`, content: html },
      { name: `${id}.txt`, content: text },
    ]),
  };
}

/** The files of print copy, which is one edition for all. */
export function copyFiles(issue: Issue, docx: Uint8Array, markdown: string): Output {
  const copy: BuiltEdition = {
    id: 'copy',
    variant: {},
    subject: issue.subject,
    preheader: issue.preheader,
    digest: digestOf({ docx: Buffer.from(docx).toString('base64'), markdown }),
    mergeFields: [],
    items: issue.sections.flatMap(({ items }) => items.map(({ item }) => item.id)),
    bytes: bytesOf({ docx, markdown }),
  };
  return {
    editions: [copy],
    files: [
      { name: 'copy.docx', content: docx },
      { name: 'copy.md', content: markdown },
    ],
  };
}

/** What was built, for people and programs: no clock, no path, so that the same issue gives the same manifest. */
export function manifestFile(issue: Issue, editions: readonly BuiltEdition[], copyDeadline?: DateText): OutputFile {
  const { publication, date, sendsAt, zone, lang, label, number, subject, preheader, sections, decisions } = issue;
  const manifest = {
    publication: publication.id,
    channel: publication.channel,
    date,
    sendsAt,
    zone,
    lang,
    label,
    number,
    copyDeadline,
    subject,
    preheader,
    sender: publication.sender,
    sections: sections.map(({ section, items }) => ({
      id: section.id,
      title: section.title,
      items: items.map(({ item, title, length }) => ({ id: item.id, title, length, file: item.source.file })),
    })),
    leftOut: decisions
      .filter((decision) => !decision.in && decision.reason !== 'other-publication')
      .map(({ item, reason, words }) => ({ id: item, reason, words })),
    editions,
  };
  return { name: 'manifest.json', content: `${JSON.stringify(manifest, null, 2)}\n` };
}

function bytesOf(parts: Readonly<Record<string, string | Uint8Array>>): Record<string, number> {
  return Object.fromEntries(Object.entries(parts).map(([name, content]) => [name, Buffer.byteLength(content)]));
}
