import type { Proofs } from '../flows/send/prove.js';
import { type ExitCode, exitCode } from '../model/fault.js';
import { isError } from '../model/finding.js';
import type { Outcome } from '../model/outcome.js';
import type { Colours } from '../terminal/terminal.js';
import { type Command, textOption } from './command.js';
import { peopleWorld, sayFindings } from './people.js';
import { runWorld } from './run-world.js';
import { requestOptions, sendRequest } from './send/request.js';

export const proof: Command = {
  summary: 'Send an issue to the testers and nobody else, marked as a proof.',
  argument: { name: '<publication>', words: 'the id of a publication' },
  options: [
    ...requestOptions.slice(0, 2),
    { flags: '--persona <id>', words: 'as whom all of them read; without it, each as her own persona' },
    { flags: '--sandbox', words: 'have SendGrid look at the request, and send nothing' },
    { flags: '--json', words: 'print the result as one JSON object' },
  ],
  examples: [
    { line: 'mailout proof e-bulletin', words: 'to everybody in audiences/testers.yaml' },
    { line: 'mailout proof e-bulletin --sandbox', words: 'whether SendGrid would take it' },
  ],
  run: async (names, options, context) => {
    const { terminal } = context;
    const world = peopleWorld(context);
    const { prove } = await import('../flows/send/prove.js');
    const { publication, date, transport } = sendRequest(names, options);
    const persona = textOption(options, 'persona');
    const { proofs, findings } = await prove(
      {
        publication,
        ...(date !== undefined && { date }),
        ...(transport !== undefined && { transport }),
        ...(persona !== undefined && { persona }),
        isSandbox: options.sandbox === true,
      },
      { ...world, ...runWorld(context) },
    );
    world.end();
    const code = proofs && !findings.some(isError) ? exitOf(proofs) : exitCode.findings;
    if (options.json) terminal.out(`${JSON.stringify({ ok: code === exitCode.done, ...proofs, findings }, null, 2)}\n`);
    else {
      sayFindings(findings, world, context);
      if (proofs) terminal.out(report(proofs, options.sandbox === true, terminal.onOut));
    }
    return code;
  },
};

function report({ title, date, kind, folder, proofs }: Proofs, isSandbox: boolean, colours: Colours): string {
  const lines = proofs.map(({ edition, testers, outcome }) => {
    const isTaken = outcome.outcome === 'accepted';
    const mark = isTaken ? colours.green('accepted') : colours.red(outcome.outcome);
    return `  ${mark}  ${edition}, for ${testers.join(', ')}${isTaken ? '' : `: ${outcomeWords(outcome)}`}\n`;
  });
  const where = isSandbox
    ? 'looked at by SendGrid; nothing was sent'
    : folder === undefined
      ? `by ${kind}`
      : `in ${folder}`;
  return `${colours.bold(`${title}, ${date}`)}: ${proofs.length === 1 ? 'one proof' : `${proofs.length} proofs`} ${where}\n${lines.join('')}`;
}

function outcomeWords(outcome: Outcome): string {
  switch (outcome.outcome) {
    case 'accepted':
      return '';
    case 'rejected':
      return `refused (${outcome.kind}: ${outcome.reason}).`;
    case 'throttled':
      return 'the provider asks to wait. Try again in a minute.';
    case 'not-sent':
      return `the provider could not be reached (${outcome.why}).`;
    case 'unknown':
      return `nobody knows whether it arrived (${outcome.why}). Look in the testers’ mailboxes.`;
  }
}

function exitOf({ proofs }: Proofs): ExitCode {
  const failed = proofs.map(({ outcome }) => outcome).filter(({ outcome }) => outcome !== 'accepted');
  const [first] = failed;
  if (!first) return exitCode.done;
  if (first.outcome === 'rejected') return first.kind === 'credentials' ? exitCode.credentials : exitCode.findings;
  return exitCode.incomplete;
}
