import { Hono } from 'hono';
import type { LiveWorkbench, Workbench, WorkbenchDeeds } from '../../model/workbench.js';
import { refusals, refuse, type Wire } from './answers.js';
import { comparingRoutes } from './comparing.js';
import { doingRoutes } from './doing.js';
import { eventStreams } from './events.js';
import { guard } from './guard.js';
import { policies, safeHeaders } from './headers.js';
import { type Listening, listenOn } from './listen.js';
import { type Dresser, readingRoutes } from './reading.js';

/** A file of the page, as it is served. */
export type PageFile = { readonly body: string | Uint8Array; readonly type: string };

export type PreviewSettings = {
  readonly bench: LiveWorkbench;
  readonly deeds: WorkbenchDeeds;
  /** The page, by path below its folder: "index.html", "assets/page.js". */
  readonly pages: ReadonlyMap<string, PageFile>;
  /** The key of this run: whoever has it may look and do. */
  readonly token: string;
  readonly appearance: Dresser;
  /** Told of what went wrong in mailout itself; nobody else is told more than that it did. */
  readonly failed?: (error: unknown) => void;
  readonly limits?: Partial<Limits>;
};

export type Limits = {
  /** Milliseconds that a request may take to arrive. */
  readonly patience: number;
  /** How many pages may listen at once. */
  readonly streams: number;
  /** Milliseconds between two signs of life on a stream. */
  readonly heartbeat: number;
};

export type PreviewServer = {
  readonly app: Hono<Wire>;
  /** @throws Fault (exit 2) if the port cannot be had; 0 is any free one. */
  readonly listen: (port: number) => Promise<Listening>;
  /** Tells the open pages that there is something new. */
  readonly tell: (state: Workbench) => void;
  /** Ends when the first page listens, and so has all that it is made of. */
  readonly visited: Promise<void>;
  /** The issue that the editor looks at, which is to be made first. */
  readonly lookedAt: () => string | undefined;
};

const usualLimits: Limits = { patience: 10_000, streams: 20, heartbeat: 15_000 };

/** The server of the workbench: everything that it shows is in memory, everything that it does is done by others. */
export function createPreviewServer(settings: PreviewSettings): PreviewServer {
  const { bench, deeds, pages, token, appearance, failed = () => {} } = settings;
  const limits = { ...usualLimits, ...settings.limits };
  const streams = eventStreams(bench.state, limits.streams, limits.heartbeat);
  let lookedAt: string | undefined;
  let visit: () => void = () => {};
  const visited = new Promise<void>((resolve) => {
    visit = resolve;
  });

  const refresh = () => bench.refresh(lookedAt);
  const doing = doingRoutes({
    bench,
    deeds,
    lookAt: (issue) => {
      lookedAt = issue;
    },
    refresh,
    // Making issues takes the whole thread: whoever asked is answered first.
    refreshSoon: () => setImmediate(() => void refresh().catch(failed)),
  });

  const app = new Hono<Wire>();
  app.use(async (c, next) => {
    await next();
    for (const [name, value] of Object.entries(safeHeaders))
      if (!c.res.headers.has(name)) c.res.headers.set(name, value);
  });
  app.use(guard(token));
  app.get('/', (c) => {
    const page = pages.get('index.html');
    if (!page) return refuse(c, refusals.unknown);
    return c.body(bodyOf(page), 200, { 'Content-Type': page.type, 'Content-Security-Policy': policies.page });
  });
  app.get('/ui/:file{.+}', (c) => {
    const page = pages.get(c.req.param('file'));
    return page ? c.body(bodyOf(page), 200, { 'Content-Type': page.type }) : refuse(c, refusals.unknown);
  });
  app.get('/api/state', (c) => c.json(bench.state()));
  app.get('/api/events', (c) => {
    const stream = streams.open();
    visit();
    return stream
      ? c.body(stream, 200, { 'Content-Type': 'text/event-stream; charset=utf-8' })
      : refuse(c, refusals.tooManyPages);
  });
  app.route('/api', doing);
  app.route('/read', readingRoutes(bench, appearance));
  app.route('/compare', comparingRoutes(bench, appearance));
  app.notFound((c) => refuse(c, refusals.unknown));
  app.onError((error, c) => {
    // Whoever has gone away in the middle of a sentence is no bug.
    if (!c.req.raw.signal.aborted) failed(error);
    return refuse(c, refusals.broken);
  });

  return {
    app,
    listen: async (port) => {
      const listening = await listenOn(port, (request, wire) => app.fetch(request, wire), limits.patience);
      return {
        port: listening.port,
        close: () => {
          streams.close();
          return listening.close();
        },
      };
    },
    tell: streams.tell,
    visited,
    lookedAt: () => lookedAt,
  };
}

/** Bytes of their own, as the type of an answer wants them. */
function bodyOf({ body }: PageFile): string | Uint8Array<ArrayBuffer> {
  return typeof body === 'string' ? body : new Uint8Array(body);
}
