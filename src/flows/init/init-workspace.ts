import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { bankHoliday } from '../../calendar/holidays.js';
import { nextIssue } from '../../calendar/next-issue.js';
import { schoolYearOf } from '../../calendar/terms.js';
import { readAudience } from '../../content/read-audience.js';
import { readOrganisation } from '../../content/read-organisation.js';
import { readPublication } from '../../content/read-publication.js';
import { readTheme } from '../../content/read-theme.js';
import type { Nation, Term } from '../../model/cadence.js';
import { addDays } from '../../model/days.js';
import { standardTheme } from '../../model/design.js';
import { exitCode, Fault } from '../../model/fault.js';
import type { Finding } from '../../model/finding.js';
import type { DateText } from '../../model/time.js';
import { usualTerms } from '../../scaffold/school-terms.js';
import { themeFile } from '../../scaffold/theme-file.js';
import { type NewFile, type NewWorkspace, workspaceFiles } from '../../scaffold/workspace-files.js';
import { organisationFile } from '../../workspace/find.js';
import { roomOf } from '../../workspace/layout.js';
import { writeNewFile } from '../../workspace/new-file.js';
import { replaceFile } from '../../workspace/write-file.js';

/** What may be there before a workspace is made: what npm, git and a repository's host put there. */
const mayBeThere =
  /^(?:package(?:-lock)?\.json|node_modules|\.git.*|\.npmrc|readme.*|licen[cs]e.*|\.ds_store|.*\.tgz)$/i;

/**
 * Looks whether a workspace can be made in a folder.
 *
 * @throws Fault (exit 2) where one is there or above, or files are that would get in its way.
 */
export function refuseFullFolder(folder: string): void {
  for (let at = folder; ; at = dirname(at)) {
    if (existsSync(join(at, organisationFile))) throw workspaceThere(at === folder);
    if (dirname(at) === at) break;
  }
  const others = readdirSync(folder).filter((name) => !mayBeThere.test(name));
  if (others.length > 0) throw notEmpty(others);
}

/** The usual terms of this school year and the next two, for a nation. */
export function termsToBeginWith(nation: Nation, today: DateText): readonly Term[] {
  const year = schoolYearOf(today);
  return [year, year + 1].flatMap((one) => usualTerms(nation, one, goodFriday(nation, one + 1)));
}

/** Why a colour will not do for a newsletter, with one near it that does; undefined if it does. */
export function refuseColour(colour: string): string | undefined {
  const [finding] = readTheme({ path: 'templates/theme.yaml', text: themeFile(colour) }, standardTheme).findings;
  return finding && `${finding.words} ${finding.fix ?? ''}`.trim();
}

/**
 * Makes a workspace of answers, with the designs that mailout ships. What npm, git and a host put there stays.
 *
 * @returns the paths that were written
 * @throws Fault (exit 2) where answers do not go together, and nothing is written then; (exit 1) if the disk does not take a file.
 */
export function initWorkspace(
  workspace: NewWorkspace,
  { root, designs, now }: { readonly root: string; readonly designs: string; readonly now: string },
): readonly string[] {
  refuseFullFolder(root);
  const { publications, organisation } = workspace;
  const firsts = publications.map(
    ({ every, on, at, starting }) =>
      nextIssue(
        { every, on, at, starting, termWeek: 6, inHolidays: 'publish', onBankHoliday: 'next-working-day' },
        organisation,
        now.slice(0, 10),
      )?.date ?? now.slice(0, 10),
  );
  const files = workspaceFiles(workspace, firsts.sort().at(-1) ?? now.slice(0, 10));
  refuseUnreadable(files);
  const shipped = designFiles(designs);
  for (const { path, text } of [...shipped, ...files]) {
    if (path === '.gitignore') ignoreMore(root, text);
    else writeNewFile(root, path, text);
  }
  return [...files, ...shipped].map(({ path }) => path);
}

/** What is there already is kept, and what is missing is added. */
function ignoreMore(root: string, wanted: string): void {
  const there = existsSync(join(root, '.gitignore')) ? readFileSync(join(root, '.gitignore'), 'utf8') : '';
  const lines = new Set(there.split(/\r?\n/).map((line) => line.replace(/\/$/, '')));
  const missing = wanted.split('\n').filter((line) => line !== '' && !lines.has(line.replace(/\/$/, '')));
  if (missing.length === 0) return;
  const begun = there === '' || there.endsWith('\n') ? there : `${there}\n`;
  replaceFile(root, '.gitignore', `${begun}${missing.join('\n')}\n`);
}

function designFiles(folder: string): readonly NewFile[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.mjml'))
    .map((entry) => {
      const design = entry.parentPath.slice(folder.length).replaceAll('\\', '/').replace(/^\//, '');
      return {
        path: `templates/${design}/${entry.name}`,
        text: readFileSync(join(entry.parentPath, entry.name), 'utf8'),
      };
    })
    .sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** An answer may be right by itself and wrong where it is written. All that is wrong is told. */
function refuseUnreadable(files: readonly NewFile[]): void {
  const findings = files.flatMap((file): readonly Finding[] => {
    const room = roomOf(file.path);
    switch (room.is) {
      case 'organisation':
        return readOrganisation(file).findings;
      case 'publication':
        return readPublication(room.id, file).findings;
      case 'audience':
        return readAudience(room.id, file).findings;
      case 'theme':
        return readTheme(file, standardTheme).findings;
      default:
        return [];
    }
  });
  const errors = findings.filter(({ severity }) => severity === 'error');
  if (errors.length === 0) return;
  throw new Fault({
    code: 'init/answers',
    exit: exitCode.usage,
    words: errors.map(({ words, fix }) => `${words} ${fix ?? ''}`.trim()).join('\n  '),
    fix: 'Answer otherwise.',
    state: 'Nothing was written.',
  });
}

/** Where the bank holidays of a year are not known yet, about when it is. */
function goodFriday(nation: Nation, year: number): DateText {
  for (let date = `${year}-03-20`; date <= `${year}-04-23`; date = addDays(date, 1)) {
    if (bankHoliday(nation, date) === 'Good Friday') return date;
  }
  return `${year}-04-06`;
}

function workspaceThere(isHere: boolean): Fault {
  return new Fault({
    code: 'init/workspace-there',
    exit: exitCode.usage,
    words: isHere ? 'This folder is a workspace already.' : 'A folder above this one is a workspace already.',
    fix: isHere
      ? 'Add to it: mailout new item, mailout new publication.'
      : 'Make the new one somewhere else, or add to that one: mailout new publication.',
  });
}

function notEmpty(others: readonly string[]): Fault {
  const [first = '', ...more] = others;
  return new Fault({
    code: 'init/not-empty',
    exit: exitCode.usage,
    words: `This folder is not empty: there is ${[first, ...more.slice(0, 4)].join(', ')}${more.length > 4 ? ' and more' : ''}.`,
    fix: 'Make a new folder for your newsletters, change to it, and run it there.',
  });
}
