import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import type { FaultRule } from './sendgrid/faults.js';

export type ApartSettings = {
  /** Where everybody who was written to stands, for `readMailbox`; before the answer goes out, whatever gets killed. */
  readonly file: string;
  readonly faults?: readonly FaultRule[];
  /** The same port as before, so that whoever sends needs no other address. */
  readonly port?: number;
  readonly refused?: readonly string[];
  readonly groups?: readonly number[];
};

/** A stand-in for SendGrid in a process of its own. */
export type SendGridApart = {
  readonly url: string;
  /** Kills it (SIGKILL), and resolves when it is gone. */
  readonly stop: () => Promise<void>;
};

/** Starts the stand-in in a process of its own. It ends with ours at the latest. */
export async function startSendGridApart(settings: ApartSettings): Promise<SendGridApart> {
  const script = await bundle();
  const child = spawn(process.execPath, [script], {
    stdio: ['pipe', 'pipe', 'inherit'],
    env: { ...process.env, MAILOUT_STAND_IN: JSON.stringify(settings) },
  });
  const lines = createInterface({ input: child.stdout });
  const [url]: unknown[] = await Promise.race([once(lines, 'line'), once(child, 'exit')]);
  rmSync(script);
  if (typeof url !== 'string') throw new Error(`The stand-in did not start (${url}).`);
  return {
    url,
    stop: async () => {
      child.kill('SIGKILL');
      if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
    },
  };
}

/** As Node runs it: where it finds our packages. It is needed until it has started; tests run side by side. */
async function bundle(): Promise<string> {
  const outfile = fileURLToPath(
    new URL(`../../node_modules/.cache/mailout-test/sendgrid-process-${randomUUID()}.mjs`, import.meta.url),
  );
  await build({
    entryPoints: [fileURLToPath(new URL('sendgrid-process.ts', import.meta.url))],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
    logLevel: 'error',
  });
  return outfile;
}
