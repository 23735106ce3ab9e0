import { type ExitCode, exitCode, Fault } from '../model/fault.js';
import type { Command, Context, Options } from './command.js';
import { publicationOptions } from './new/options.js';

export const init: Command = {
  summary: 'Make a workspace for your newsletters in an empty folder; or, with “ci”, the jobs for GitHub and GitLab.',
  argument: {
    name: '[what]',
    words: '“ci” for jobs that check, preview and send; nothing for a workspace',
    completes: ['ci'],
  },
  options: [
    {
      flags: '--kind <kind>',
      words: 'who you are: union, district, branch or region',
      completes: ['union', 'district', 'branch', 'region'],
    },
    { flags: '--name <name>', words: 'what you are called' },
    { flags: '--address <lines>', words: 'your postal address, with commas between its lines' },
    { flags: '--contact <address>', words: 'the email address that newsletters come from' },
    { flags: '--web <address>', words: 'your website' },
    { flags: '--nation <nation>', words: 'whose bank holidays count: england-and-wales, scotland, northern-ireland' },
    { flags: '--colour <hex>', words: 'the colour of your newsletters, like #4a2378' },
    { flags: '--audience <title>', words: 'who reads them: Members, say' },
    ...publicationOptions,
    { flags: '--yes', words: 'ask nothing, and take what is suggested for all that no flag says' },
    {
      flags: '--for <host>',
      words: 'init ci: github, gitlab or both; without it, wherever this repository comes from',
    },
    { flags: '--force', words: 'init ci: write over files that are different' },
  ],
  examples: [
    { line: 'mailout init', words: 'answer a few questions, and have a first issue built' },
    { line: 'mailout init --yes --kind district --name "Aireford District"', words: 'where nobody can be asked' },
    { line: 'mailout init ci', words: 'write the jobs, and say what is left to do on the website' },
    { line: 'mailout init ci --for gitlab', words: 'only for GitLab' },
  ],
  run: runInit,
};

async function runInit([what]: readonly string[], options: Options, context: Context): Promise<ExitCode> {
  switch (what) {
    case undefined: {
      const { runWizard } = await import('./init/wizard.js');
      return runWizard(options, context);
    }
    case 'ci': {
      const { runInitCi } = await import('./init/ci.js');
      return runInitCi(options, context);
    }
    default:
      throw new Fault({
        code: 'init/unknown',
        exit: exitCode.usage,
        words: `mailout cannot set up “${what}”.`,
        fix: 'Write “mailout init” for a workspace, or “mailout init ci” for the jobs.',
      });
  }
}
