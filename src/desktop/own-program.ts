import { spawn } from 'node:child_process';

/** How mailout ended that ran beside this one. */
export type Ended = { readonly code: number; readonly out: string; readonly err: string };

/** More than any command prints as JSON. */
const mostPrinted = 8 * 1024 * 1024;

/**
 * Runs mailout itself in a process of its own, with the same environment and nobody to ask.
 *
 * @param program the file that node is given
 */
export function runOwnProgram(program: string, folder: string, args: readonly string[]): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [program, ...args], { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'] });
    const [out, err] = [collect(child.stdout), collect(child.stderr)];
    child.on('error', reject);
    child.on('close', (code) => resolve({ code: code ?? 1, out: out(), err: err() }));
  });
}

function collect(stream: NodeJS.ReadableStream): () => string {
  const chunks: Buffer[] = [];
  let size = 0;
  stream.on('data', (chunk: Buffer) => {
    size += chunk.length;
    if (size <= mostPrinted) chunks.push(chunk);
  });
  return () => Buffer.concat(chunks).toString('utf8');
}
