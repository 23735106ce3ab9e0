import type { WallTime } from '../../model/time.js';
import type { LiveWorkbench, ShownIssue, Workbench } from '../../model/workbench.js';
import type { Dresser } from '../server/reading.js';
import { dayWords, timeWords } from '../ui/words.js';
import { copyFiles, copyPage, copyPageName } from './copy-page.js';
import { framed, isPicture } from './framed.js';
import { indexPage } from './index-page.js';
import { readingPage } from './reading-page.js';
import { emailFolder, framedAppearances, type Reading, readingsOf } from './readings.js';
import type { PageContext } from './shell.js';
import { style } from './style.js';

export type ExportedFile = { readonly path: string; readonly content: string | Uint8Array };

export type Export = {
  readonly state: Workbench;
  readonly edition: LiveWorkbench['edition'];
  readonly attachments: LiveWorkbench['attachments'];
  readonly dressed: Dresser;
  /** When it is made, where the organisation is. */
  readonly made: WallTime;
};

/** The workbench as pages to share: they need no server and no script, and say of themselves that they are a draft. */
export function exportedFolder({ state, edition, attachments, dressed, made }: Export): readonly ExportedFile[] {
  const context = { organisation: state.organisation, made: `${dayWords(made)} at ${timeWords(made)}` };
  const issues = state.issues.map((issue) => ({ issue, readings: readingsOf(issue, state, edition) }));
  return [
    { path: 'index.html', content: indexPage(state, issues, context) },
    { path: 'style.css', content: style },
    ...issues.flatMap(({ issue, readings }) => {
      const attached = attachments(issue.key);
      return issue.channel === 'copy'
        ? copyOf(issue, attached, context)
        : emailsOf(issue, readings, attached, dressed, context);
    }),
  ];
}

function copyOf(
  issue: ShownIssue,
  attached: ReadonlyMap<string, Uint8Array>,
  context: PageContext,
): readonly ExportedFile[] {
  return [
    { path: `${issue.key}/${copyPageName}`, content: copyPage(issue, attached, context) },
    ...copyFiles(attached).map(([name, content]) => ({ path: `${issue.key}/${name}`, content })),
  ];
}

function emailsOf(
  issue: ShownIssue,
  readings: readonly Reading[],
  attached: ReadonlyMap<string, Uint8Array>,
  dressed: Dresser,
  context: PageContext,
): readonly ExportedFile[] {
  const offered = offeredFiles(readings, attached);
  const files = new Map(offered.map(([name]) => [name, `${emailFolder}/${name}`]));
  // Readings that do not differ have one file between them.
  const frames = new Map(readings.map(({ frames, read }) => [frames, read.html]));
  return [
    ...readings.map((reading) => ({
      path: `${issue.key}/${reading.page}`,
      content: readingPage(issue, reading, readings, files, context),
    })),
    ...[...frames].flatMap(([paths, edition]) =>
      framedAppearances.map((appearance) => ({
        path: `${issue.key}/${paths[appearance]}`,
        content: framed(dressed(edition, { appearance, images: 'local' }), attached),
      })),
    ),
    ...offered.map(([name, content]) => ({ path: `${issue.key}/${emailFolder}/${name}`, content })),
  ];
}

/** Files that an edition offers, such as calendar files, and nothing else of the build. */
function offeredFiles(readings: readonly Reading[], attached: ReadonlyMap<string, Uint8Array>) {
  return [...attached].filter(
    ([name]) => !isPicture(name) && isInside(name) && readings.some(({ read }) => read.html.includes(`"${name}"`)),
  );
}

function isInside(name: string): boolean {
  return name.split('/').every((part) => /^[\w-][\w.-]*$/.test(part));
}
