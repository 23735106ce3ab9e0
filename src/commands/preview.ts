import { type ExitCode, exitCode, Fault } from '../model/fault.js';
import { reportFault } from '../terminal/report-fault.js';
import { findWorkspace } from '../workspace/find.js';
import { type Command, type Context, dateOption, type Options, wholeNumberOption } from './command.js';
import { refuseSummary, summaryOption, withFaultsInSummary } from './summary.js';

export const preview: Command = {
  summary: 'Show the next issues in the browser: read, reorder, proof and approve them.',
  options: [
    { flags: '--date <date>', words: 'show the next issues from this day on, instead of from today' },
    { flags: '--port <port>', words: 'answer on this port; without it, on any that is free' },
    { flags: '--open', words: 'open it in the browser at once' },
    { flags: '--export [folder]', words: 'write it as a folder to share, to out/preview/ unless you name one' },
    { ...summaryOption, words: `with --export: ${summaryOption.words}` },
  ],
  examples: [
    { line: 'mailout preview --open', words: 'the board of this week’s issues, kept up to date as you save' },
    { line: 'mailout preview --date 2027-03-22', words: 'the issues from that day on' },
    { line: 'mailout preview --export', words: 'pages that a colleague can read without mailout' },
  ],
  run: async (_names, options, context) =>
    options.export === undefined ? show(options, context) : share(options, context),
};

async function show(options: Options, context: Context): Promise<ExitCode> {
  refuseSummary(options, '--export');
  const { terminal, installation, keys } = context;
  const root = findWorkspace(context.folder);
  const date = dateOption(options);
  const { runPreview } = await import('../flows/preview/run-preview.js');
  const running = await runPreview(
    { port: portOption(options), ...(date !== undefined && { date }) },
    {
      root,
      now: context.now,
      ...installation,
      failed: (error) => terminal.err(`${terminal.onErr.red('Something went wrong:')} ${wordsOf(error, context)}\n`),
      unwatched: () =>
        terminal.err('This computer does not tell of files that are saved. Press r, or reload, to see what is new.\n'),
    },
  );
  const open = async () => {
    const { showInBrowser } = await import('../desktop/browser.js');
    if (!(await showInBrowser(running.address)))
      terminal.err('No browser could be opened. Copy the address into one.\n');
  };
  terminal.out(welcome(running.address, keys !== undefined, context));
  if (options.open === true) void open();
  await untilQuit(context, {
    h: () => terminal.out(help),
    o: open,
    r: async () => {
      await running.rebuild();
      terminal.out('All issues were made anew.\n');
    },
  });
  await running.close();
  return exitCode.done;
}

async function share(options: Options, context: Context): Promise<ExitCode> {
  const { exportIssues } = await import('./preview/export-issues.js');
  return withFaultsInSummary(options, context, () => exportIssues(options, context));
}

const help = `
  h  this list
  o  open the preview in the browser
  r  make all issues anew
  q  quit
`;

function welcome(address: string, hasKeys: boolean, { terminal }: Context): string {
  const { bold, dim, cyan } = terminal.onOut;
  const keys = hasKeys ? 'h help · o open · r rebuild · q quit' : 'Ctrl-C ends it.';
  return `
  ${bold('The preview is open')}
  ${cyan(address)}
  ${dim('Only this computer can open it, and only with the whole address.')}

  ${dim(keys)}

`;
}

/** Does what keys ask for, until one asks to quit; where there are no keys, until the process is ended. */
function untilQuit({ keys }: Context, deeds: Readonly<Record<string, () => unknown>>): Promise<void> {
  return new Promise((resolve) => {
    const stop = keys?.((key) => {
      if (key === 'q' || key === '\u0003') {
        stop?.();
        resolve();
      } else deeds[key]?.();
    });
  });
}

function wordsOf(error: unknown, { terminal, variable }: Context): string {
  if (error instanceof Fault) return reportFault(error.details, terminal.onErr);
  if (!(error instanceof Error)) return String(error);
  return variable('MAILOUT_TRACE') === undefined ? error.message : (error.stack ?? error.message);
}

function portOption(options: Options): number {
  const port = wholeNumberOption(options, 'port') ?? 0;
  if (port <= 65_535) return port;
  throw new Fault({
    code: 'preview/bad-port',
    exit: exitCode.usage,
    words: `There is no port ${port}: they go up to 65535.`,
    fix: 'Leave --port away, and one that is free is taken.',
  });
}
