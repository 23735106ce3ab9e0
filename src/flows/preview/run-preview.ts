import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { openInEditor } from '../../desktop/editor.js';
import { runOwnProgram } from '../../desktop/own-program.js';
import type { DateText } from '../../model/time.js';
import { dressed } from '../../preview/appearance/dressed.js';
import { readPageFiles } from '../../preview/server/page-files.js';
import { createPreviewServer } from '../../preview/server/server.js';
import { watchWorkspace } from '../../workspace/watch.js';
import { deedsBy } from './deeds.js';
import { openWorkbench } from './workbench.js';

export type PreviewRequest = {
  /** The day from which on the next issues are meant; from now on if absent. */
  readonly date?: DateText;
  /** 0 is any free one. */
  readonly port: number;
};

export type PreviewWorld = {
  readonly root: string;
  /** Now, as an ISO instant. */
  readonly now: () => string;
  /** The file that node runs as mailout. */
  readonly program: string;
  /** The folder of the page. */
  readonly pages: string;
  /** Told of what went wrong in mailout itself. */
  readonly failed: (error: unknown) => void;
  /** Told if the system does not tell of files that are saved. */
  readonly unwatched: () => void;
};

/** A preview that runs. */
export type RunningPreview = {
  /** Where a browser gets in: whoever has it may look and do. */
  readonly address: string;
  /** Makes all issues anew, from the files as they are. */
  readonly rebuild: () => Promise<void>;
  readonly close: () => Promise<void>;
};

/** Milliseconds in which a browser that is opened at once has the page. */
const soon = 300;

/**
 * Shows the workbench of a workspace to a browser of this computer until it is closed. It answers at once; the issues
 * come as they are made, and again whenever a file is saved.
 *
 * @throws Fault (exit 2) if the port cannot be had.
 */
export async function runPreview(
  { date, port }: PreviewRequest,
  { root, now, program, pages, failed, unwatched }: PreviewWorld,
): Promise<RunningPreview> {
  const token = randomBytes(32).toString('base64url');
  const bench = openWorkbench({
    root,
    now,
    ...(date !== undefined && { date }),
    shown: (state) => server.tell(state),
  });
  const deeds = deedsBy(
    (args) => runOwnProgram(program, root, args),
    (file, line) => openInEditor(join(root, file), line),
  );
  const server = createPreviewServer({
    bench,
    deeds,
    pages: readPageFiles(pages),
    token,
    appearance: dressed,
    failed,
  });
  const listening = await server.listen(port);
  const refresh = (changed?: readonly string[]) => bench.refresh(server.lookedAt(), changed).catch(failed);
  const watching = watchWorkspace(root, (paths) => void refresh(paths), unwatched).catch(unwatched);
  // Making issues takes the whole thread: whoever opens the page at once has it first.
  const started = Promise.race([server.visited, setTimeout(soon)]);
  let isOpen = true;
  void Promise.all([watching, started]).then(() => (isOpen ? refresh() : undefined));
  return {
    address: `http://127.0.0.1:${listening.port}/?token=${token}`,
    rebuild: () => refresh(),
    close: async () => {
      isOpen = false;
      await (await watching)?.close();
      await listening.close();
    },
  };
}
