import type { FormResult } from '../../flows/importing/import-form.js';
import type { Imported, ImportRequest } from '../../flows/importing/import-items.js';
import { materialOf } from '../../flows/importing/read-material.js';
import { refuseUnknownPublication } from '../../flows/unknown-publication.js';
import { type ExitCode, exitCode, Fault } from '../../model/fault.js';
import type { Colours } from '../../terminal/terminal.js';
import { type Context, listOption, type Options, textOption } from '../command.js';
import { factsOf } from '../new/facts.js';

/** Imports what was named, and tells what came of it. */
export async function runImport([name = '']: readonly string[], options: Options, context: Context): Promise<ExitCode> {
  const { terminal } = context;
  const { root, facts } = await factsOf(context);
  const publications = listOption(options, 'publication');
  refuseUnknownPublication(publications, facts.loaded.publicationIds);
  const material = await materialOf(name, { folder: context.folder, input: context.input });
  const today = context.now().slice(0, 10);
  if (options.form === true) {
    const { importForm } = await import('../../flows/importing/import-form.js');
    const reason = textOption(options, 'return');
    const result = importForm(material, { publications, reason, isTrial: options.dryRun === true }, facts, {
      root,
      today,
    });
    terminal.out(
      options.json
        ? `${JSON.stringify({ ok: result.path !== undefined, ...result }, null, 2)}\n`
        : formReport(result, terminal.onOut),
    );
    return result.path !== undefined || reason !== undefined ? exitCode.done : exitCode.findings;
  }
  const { importItems } = await import('../../flows/importing/import-items.js');
  const imported = await importItems(material, requestOf(options, publications), facts, { root, now: context.now() });
  const isDone = imported.drafts.length > 0;
  if (options.json) terminal.out(`${JSON.stringify({ ok: isDone, ...imported }, null, 2)}\n`);
  else terminal.out(report(imported, options.dryRun === true, terminal.onOut));
  return isDone ? exitCode.done : exitCode.findings;
}

function requestOf(options: Options, publications: readonly string[]): ImportRequest {
  const only = listOption(options, 'only');
  if (only.some((number) => !/^[1-9]\d{0,5}$/.test(number))) {
    throw new Fault({
      code: 'import/bad-only',
      exit: exitCode.usage,
      words: `“${only.join(',')}” are not numbers of entries.`,
      fix: 'Write them like --only 1,3; --dry-run shows which there are.',
    });
  }
  return {
    publications,
    isFull: options.full === true,
    isOwn: options.own === true,
    partner: textOption(options, 'partner'),
    licence: textOption(options, 'licence'),
    only: only.map(Number),
    isAgain: options.again === true,
    isTrial: options.dryRun === true,
  };
}

function report({ drafts, skipped }: Imported, isTrial: boolean, { bold, dim, yellow, cyan }: Colours): string {
  const lines = drafts.map(({ number, path, title, kind, guessed, twin }) => {
    const guesses = guessed.length === 0 ? '' : `; guessed: ${guessed.join(', ')}`;
    const alike = twin
      ? `     ${yellow('Look:')} the pool has “${twin.title}” (${twin.id}), which is much alike\n`
      : '';
    return `${String(number).padStart(3)}. ${bold(title)}\n     ${dim(`${path} – ${kind}${guesses}`)}\n${alike}`;
  });
  const out = skipped.map(({ at, title, why }) => `  ${at}${title === undefined ? '' : `, “${title}”`}: ${why}\n`);
  const many = `${drafts.length} ${drafts.length === 1 ? 'draft' : 'drafts'}`;
  return [
    `${isTrial ? `Would write ${many}` : `Wrote ${many}`}${drafts.length === 0 ? '.' : ':'}\n${lines.join('')}`,
    skipped.length === 0 ? '' : `\nLeft out:\n${out.join('')}`,
    drafts.length === 0 || isTrial
      ? ''
      : `\n${cyan('Check what is guessed, say which newsletters it is for, and take “draft: true” away: until then no issue takes it.')}\n`,
  ].join('');
}

function formReport({ path, returned, removed, reply }: FormResult, { bold }: Colours): string {
  const head = path === undefined ? `It goes back: ${returned.join('; ')}.\n` : `Wrote ${path}\n`;
  const taken = removed === 0 ? '' : `Addresses of people were taken out of it: ${removed}.\n`;
  return `${head}${taken}\n${bold('A reply to paste below it')}\n\n${reply}`;
}
