import { addFile } from '../../flows/new/add-file.js';
import { type IssueProposal, type Proposed, proposeIssue } from '../../flows/new/propose-issue.js';
import { refuseUnknownPublication } from '../../flows/unknown-publication.js';
import { type ExitCode, exitCode, Fault } from '../../model/fault.js';
import { suggestion } from '../../model/suggest.js';
import { issueFile } from '../../scaffold/issue-file.js';
import type { Prompts } from '../../terminal/prompts.js';
import { reportFindings } from '../../terminal/report-findings.js';
import { readLine } from '../../workspace/read.js';
import { build } from '../build.js';
import { type Context, dateOption, listOption, type Options, textOption } from '../command.js';
import { factsOf } from './facts.js';
import { finish } from './finish.js';

/** Asks, and writes what was answered. */
export async function runNewIssue(
  [publication = '']: readonly string[],
  options: Options,
  context: Context,
): Promise<ExitCode> {
  const { root, facts } = await factsOf(context);
  refuseUnknownPublication([publication], facts.loaded.publicationIds);
  const { value: proposal, findings: before } = await proposeIssue(
    publication,
    facts,
    dateOption(options),
    context.now(),
  );
  if (!proposal) {
    const { terminal } = context;
    terminal.err(reportFindings(before, (file, line) => readLine(root, file, line), terminal.onErr));
    return exitCode.findings;
  }
  const path = `issues/${publication}/${proposal.date}/issue.md`;
  if (facts.content.choices.some((one) => one.publication === publication && one.date === proposal.date))
    throw isBegun(path);
  const issue = await askIssue(proposal, options, options.yes === true ? undefined : context.prompts);
  const findings = addFile(root, { path, text: issueFile(issue) });
  const next = [
    `Look at it: mailout preview ${publication} --open`,
    `Have it read through: mailout check ${publication}`,
  ];
  const code = await finish({ path, findings }, next, options, root, context);
  if (code !== exitCode.done || options.json) return code;
  context.terminal.out('\n');
  return build.run([publication], { date: proposal.date }, context);
}

async function askIssue(proposal: IssueProposal, options: Options, prompts: Prompts | undefined) {
  const wanted = await askItems(proposal, options, prompts);
  const words = async (flag: 'subject' | 'preheader', question: string) => {
    const given = textOption(options, flag);
    const suggested = proposal[flag];
    if (given !== undefined || !prompts) return given;
    const answer = await prompts.text(question, { suggested });
    // What nobody changed goes on coming from the pattern.
    return answer === suggested ? undefined : answer;
  };
  return {
    items: wanted,
    subject: await words('subject', 'The subject'),
    preheader: await words('preheader', 'What stands beside it in the inbox'),
    intro:
      textOption(options, 'intro') ?? (await prompts?.text('A sentence or two to begin with (Enter for none)')) ?? '',
  };
}

async function askItems(
  { items }: IssueProposal,
  options: Options,
  prompts: Prompts | undefined,
): Promise<readonly string[]> {
  const [given, out] = [listOption(options, 'items'), listOption(options, 'leaveOut')];
  const known = items.map(({ id }) => id);
  const unknown = [...given, ...out].find((id) => !known.includes(id));
  if (unknown !== undefined) throw cannotRun(unknown, known);
  if (given.length > 0) return given;
  if (out.length > 0 || !prompts) return items.filter((one) => one.in && !out.includes(one.id)).map(({ id }) => id);
  const ticked = await prompts.tick(
    'What is in it? (space ticks, Enter goes on)',
    items.map((one) => ({
      value: one,
      title: one.title,
      words: one.in ? one.words : `not proposed: ${one.words}`,
      ticked: one.in,
    })),
  );
  return inOrder(ticked, prompts);
}

/** The order that somebody types as numbers, "3 1": those first, and the others after them as they were. */
async function inOrder(items: readonly Proposed[], prompts: Prompts): Promise<readonly string[]> {
  const list = items.map(({ title }, index) => `  ${index + 1}. ${title}`).join('\n');
  const typed = await prompts.text(`In this order? Numbers of those that come first, like 3 1, or Enter\n${list}\n`, {
    refuse: (answer) =>
      /^[\d\s,]*$/.test(answer) && numbersIn(answer).every((number) => number >= 1 && number <= items.length)
        ? undefined
        : `Numbers from 1 to ${items.length}, with spaces between them.`,
  });
  const first = [...new Set(numbersIn(typed))].flatMap((number) => items[number - 1] ?? []);
  return [...first, ...items.filter((one) => !first.includes(one))].map(({ id }) => id);
}

function numbersIn(text: string): readonly number[] {
  return (text.match(/\d+/g) ?? []).map(Number);
}

function isBegun(path: string): Fault {
  return new Fault({
    code: 'new/issue-begun',
    exit: exitCode.usage,
    words: `Somebody has begun this issue: there is ${path}.`,
    fix: 'Change that file, or use the preview; it keeps what is written there.',
  });
}

function cannotRun(id: string, known: readonly string[]): Fault {
  return new Fault({
    code: 'new/cannot-run',
    exit: exitCode.usage,
    words: `“${id}” cannot be in this issue.`,
    fix: `${suggestion(id, known)} “mailout where ${id}” says why.`,
  });
}
