import { spawn } from 'node:child_process';
import { exitCode, Fault } from '../model/fault.js';

/**
 * Opens a file in the editor that somebody has named in VISUAL or EDITOR, in her terminal, and waits until she is done.
 *
 * @param command as she wrote it: "nano", "code --wait", with quotation marks around what has spaces in it
 * @param path absolute
 * @throws Fault (exit 2) where there is no such program, or it ends badly; the file stays as it is.
 */
export async function editInTerminal(command: string | undefined, path: string): Promise<void> {
  const [program, ...args] = wordsOf(command ?? '');
  if (program === undefined) throw cannotEdit('No editor is named in VISUAL or EDITOR.', path);
  const code = await new Promise<number | null>((resolve, reject) => {
    // Never through a shell: a path is no program text.
    const editor = spawn(program, [...args, path], { stdio: 'inherit' });
    editor.on('error', () => reject(cannotEdit(`“${program}” cannot be run.`, path)));
    editor.on('exit', (ended) => resolve(ended));
  });
  if (code !== 0) throw cannotEdit(`“${program}” ended as if something had gone wrong.`, path);
}

function wordsOf(command: string): readonly string[] {
  return [...command.matchAll(/"([^"]*)"|'([^']*)'|(\S+)/g)].map(
    ([, double, single, bare]) => double ?? single ?? bare ?? '',
  );
}

function cannotEdit(words: string, path: string): Fault {
  return new Fault({
    code: 'desktop/no-terminal-editor',
    exit: exitCode.usage,
    words,
    fix: `Open ${path} in a program of yours, or set EDITOR: export EDITOR=nano.`,
    state: 'The file is written.',
  });
}
