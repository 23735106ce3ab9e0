import type { AudienceRequest } from '../flows/explain-audience.js';
import type { PeopleWorld } from '../flows/people-world.js';
import type { Finding } from '../model/finding.js';
import { createProgress } from '../terminal/progress.js';
import { reportFindings } from '../terminal/report-findings.js';
import { findWorkspace } from '../workspace/find.js';
import { readLine } from '../workspace/read.js';
import { type Context, dateOption, type Options, textOption } from './command.js';

/** The world as flows about people see it; `end` takes the progress away. */
export function peopleWorld({ folder, now, milliseconds, variable, terminal }: Context): PeopleWorld & {
  readonly end: () => void;
} {
  const progress = createProgress(terminal, milliseconds);
  const notice = (words: string) => terminal.err(`${terminal.onErr.yellow('Note:')} ${words}\n`);
  return { root: findWorkspace(folder), now: now(), progress: progress.say, notice, variable, end: progress.end };
}

/** The audience, publication and date that a command is asked about. Throws a Fault (exit 2) for what is no date. */
export function audienceRequest([audience = '']: readonly string[], options: Options): AudienceRequest {
  const publication = textOption(options, 'publication');
  const date = dateOption(options);
  return { audience, ...(publication !== undefined && { publication }), ...(date !== undefined && { date }) };
}

/** Says what is wrong with files, on stderr. */
export function sayFindings(findings: readonly Finding[], { root }: PeopleWorld, { terminal }: Context): void {
  terminal.err(reportFindings(findings, (file, line) => readLine(root, file, line), terminal.onErr));
}

export const issueOptions = [
  { flags: '--publication <id>', words: 'the newsletter that is meant, if more than one goes to the audience' },
  { flags: '--date <date>', words: 'its next issue from this day on, instead of from now on' },
];
