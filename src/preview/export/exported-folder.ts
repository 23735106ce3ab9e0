import type { Appearance, LiveWorkbench, ShownIssue, ShownPersona, Workbench } from '../../model/workbench.js';
import { escapedHtml } from './escaped-html.js';
import { indexPage } from './index-page.js';
import { pageNames } from './page-names.js';
import type { Reading } from './reading.js';
import { readingPage } from './reading-page.js';
import { stylesheet } from './stylesheet.js';

/** A file of the folder; `path` may have folders in it. */
export type ExportedFile = { readonly path: string; readonly content: string | Uint8Array };

export type Exporting = {
  readonly state: Workbench;
  readonly edition: LiveWorkbench['edition'];
  /** What stands beside the editions of an issue, by name. */
  readonly attachments: (issue: string) => ReadonlyMap<string, Uint8Array>;
  readonly dressed: (html: string, dress: { readonly appearance: Appearance; readonly images: 'local' }) => string;
  /** The instant at which it is made, ISO. */
  readonly made: string;
};

/**
 * The preview as a folder of pages that need no server and no script: an index, and a page for each edition as each of its
 * personas reads it. Nobody’s address is in it but those that readers of the issue see.
 */
export function exportedFolder({ state, edition, attachments, dressed, made }: Exporting): readonly ExportedFile[] {
  const readings = state.issues.flatMap((issue) => readingsOf(issue, state.personas, edition));
  const names = pageNames(readings);
  const pages = readings.flatMap((reading, index): ExportedFile[] => {
    const name = names(reading);
    const neighbours = { before: readings[index - 1], after: readings[index + 1] };
    return [
      { path: `${name}.html`, content: readingPage(reading, neighbours, names, state.organisation) },
      {
        path: name.replace('/', '/edition/').concat('.html'),
        content: withNote(dressed(reading.read.html, { appearance: 'light', images: 'local' })),
      },
      { path: `${name}.txt`, content: reading.read.text },
    ];
  });
  const beside = state.issues.flatMap(({ key, editions }) =>
    editions.length === 0
      ? []
      : [...attachments(key)].map(
          ([name, content]): ExportedFile => ({ path: `${folderOf(key)}/edition/${name}`, content }),
        ),
  );
  return [
    { path: 'index.html', content: indexPage(state, readings, names, made) },
    { path: 'style.css', content: stylesheet },
    ...pages,
    ...beside,
  ].sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** "e-bulletin-2027-03-17" */
function folderOf(key: string): string {
  return key.replace('/', '-');
}

function readingsOf(
  issue: ShownIssue,
  personas: readonly ShownPersona[],
  edition: LiveWorkbench['edition'],
): readonly Reading[] {
  return issue.editions.flatMap(({ id, readers }) => {
    const hers = personas.filter((persona) => persona.editions[issue.key] === id);
    return [undefined, ...hers].flatMap((persona): Reading[] => {
      const read = edition(issue.key, id, persona?.id);
      return read ? [{ issue, editionId: id, readers, ...(persona && { persona }), read }] : [];
    });
  });
}

/** Whoever opens the edition by itself is told, too, in a part that no reader of the mail gets. */
function withNote(html: string): string {
  const note = `<!-- ${escapedHtml('A draft from “mailout preview --export”: it was not sent to anybody.')} --><meta name="robots" content="noindex">`;
  const headEnd = html.search(/<\/head\s*>/i);
  return headEnd === -1 ? html : `${html.slice(0, headEnd)}${note}${html.slice(headEnd)}`;
}
