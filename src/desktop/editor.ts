import type { DeedResult } from '../model/workbench.js';

/** Programs that want the terminal, which is the preview’s own. */
const inTerminal = /^(?:n?vim?|vim|nano|pico|emacs|micro|joe|helix|hx|ed|less|cat)(?:\.exe)?$/i;

/** Opens a file at a line, in the program that the editor has open or has named in LAUNCH_EDITOR, VISUAL or EDITOR. */
export async function openInEditor(path: string, line: number): Promise<DeedResult> {
  const { default: guess } = await import('launch-editor/guess.js');
  const [program] = guess();
  const where = `${path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1)}, line ${line}`;
  if (!program || inTerminal.test(program.replace(/^.*[\\/]/, '')))
    return {
      ok: false,
      words: `No program to write with was found that has a window of its own. Open ${where} there yourself, or name one in the variable LAUNCH_EDITOR.`,
    };
  const { default: launch } = await import('launch-editor');
  return new Promise((resolve) => {
    launch(`${path}:${line}`, program, () => resolve({ ok: false, words: `${program} does not open ${where}.` }));
    // Whoever opens says nothing; whoever does not says so at once.
    setTimeout(() => resolve({ ok: true, words: `Opened ${where}.` }), 400).unref();
  });
}
