import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';

/** One entry of a suppression list, as SendGrid has it. */
export type ListEntry = {
  readonly email: string;
  readonly created: number;
  readonly reason?: string;
  readonly status?: string;
};

/** What an account has. May be changed while the server runs. */
export type Account = {
  /** By the last part of the path below /v3/suppression/: "bounces", "unsubscribes" … */
  lists: Record<string, readonly ListEntry[]>;
  groups: Record<number, readonly string[]>;
  /** By id of a Marketing list or segment: the files of its export, text of a CSV each. */
  contacts: Record<string, { readonly files: readonly string[]; readonly count?: number }>;
};

/** What goes wrong with the next requests, in order; each is used up by one request. */
export type Trouble =
  | { readonly status: number; readonly headers?: Record<string, string>; readonly body?: string }
  | 'reset'
  | 'cut'
  | 'hang'
  | 'redirect';

export type SendGridServer = {
  readonly url: string;
  readonly key: string;
  readonly account: Account;
  readonly troubles: Trouble[];
  /** How many answers have begun that are neither sent nor broken off. */
  answering: number;
  /** What the key may read: the beginnings of paths. */
  readonly scopes: string[];
  /** Whether every page of a list is the first. */
  ignoresOffset: boolean;
  /** The most entries that a page has, whatever is asked for. */
  longestPage: number;
  /** Called before each answer, for accounts that change while they are read. */
  beforeAnswer: (asked: string) => void;
  /** How often an export is pending before it is ready. */
  polls: number;
  /** What was asked, "GET /v3/…", in order. */
  readonly asked: string[];
  /** The Authorization header of each request, in the same order. */
  readonly authorizations: (string | undefined)[];
  readonly stop: () => Promise<void>;
};

/** Speaks as much of SendGrid's API, version 3, as mailout reads, with its pages, on a port of this computer. */
export async function startSendGrid(account: Partial<Account> = {}): Promise<SendGridServer> {
  const key = 'SG.test-key-0123456789.abcdefghijklmnopqrstuvwxyz0123456789';
  const state = {
    key,
    account: { lists: {}, groups: {}, contacts: {}, ...account },
    troubles: [] as Trouble[],
    answering: 0,
    scopes: ['/v3/suppression/', '/v3/asm/', '/v3/marketing/'],
    ignoresOffset: false,
    longestPage: 500,
    beforeAnswer: () => {},
    polls: 0,
    asked: [] as string[],
    authorizations: [] as (string | undefined)[],
    exports: new Map<string, { id: string; left: number }>(),
  };
  const server = createServer((request, response) => void answer(request, response, self, state.exports));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const self: SendGridServer = Object.assign(state, {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    stop: () =>
      new Promise<void>((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  });
  return self;
}

type Exports = Map<string, { id: string; left: number }>;

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  server: SendGridServer,
  exports: Exports,
): Promise<undefined> {
  const url = new URL(request.url ?? '/', server.url);
  const body = await bodyOf(request);
  server.asked.push(`${request.method} ${url.pathname}${url.search}`);
  server.authorizations.push(request.headers.authorization);
  server.answering += 1;
  response.on('close', () => {
    server.answering -= 1;
  });
  server.beforeAnswer(`${request.method} ${url.pathname}`);
  const trouble = server.troubles.shift();
  if (trouble && makeTrouble(trouble, response)) return;
  const cut = trouble === 'cut';
  if (url.pathname.startsWith('/files/')) return sendFile(url, response, server, cut);
  if (request.headers.authorization !== `Bearer ${server.key}`)
    return json(response, 401, errors('authorization required'));
  if (!server.scopes.some((scope) => url.pathname.startsWith(scope))) {
    return json(response, 403, errors('access forbidden'));
  }
  if (request.headers.accept !== 'application/json') return json(response, 406, errors('not acceptable'));
  if (request.method === 'POST' && url.pathname === '/v3/marketing/contacts/exports') {
    return startExport(JSON.parse(body), response, server, exports);
  }
  const [, exported] = /^\/v3\/marketing\/contacts\/exports\/(.+)$/.exec(url.pathname) ?? [];
  if (exported !== undefined) return exportStatus(exported, response, server, exports);
  const [, list] = /^\/v3\/suppression\/([a-z_]+)$/.exec(url.pathname) ?? [];
  if (list !== undefined) return listPage(list, url.searchParams, response, server, cut);
  const [, group, of] = /^\/v3\/asm\/groups\/(\d+)(\/suppressions)?$/.exec(url.pathname) ?? [];
  const members = group === undefined ? undefined : server.account.groups[Number(group)];
  // Whether SendGrid says 404 for the members of a group that there is not is documented nowhere.
  if (of !== undefined) return json(response, 200, members ?? [], cut);
  if (members === undefined) return json(response, 404, errors('not found'));
  return json(response, 200, { id: Number(group), name: 'A group', unsubscribes: members.length }, cut);
}

/** Whether the request was answered, or not answered, by the trouble alone. */
function makeTrouble(trouble: Trouble, response: ServerResponse): boolean {
  if (trouble === 'cut') return false;
  if (trouble === 'hang') return true;
  if (trouble === 'reset') response.socket?.destroy();
  else if (trouble === 'redirect') response.writeHead(307, { location: 'http://127.0.0.1:9/' }).end();
  else response.writeHead(trouble.status, trouble.headers).end(trouble.body ?? '');
  return true;
}

function listPage(
  list: string,
  query: URLSearchParams,
  response: ServerResponse,
  { account, ignoresOffset, longestPage }: SendGridServer,
  cut: boolean,
): undefined {
  const limit = Number(query.get('limit') ?? 500);
  const offset = ignoresOffset ? 0 : Number(query.get('offset') ?? 0);
  if (limit < 1 || limit > 500 || offset % limit !== 0) return json(response, 400, errors('bad limit or offset'));
  const until = Number(query.get('end_time') ?? Number.MAX_SAFE_INTEGER);
  const from = Number(query.get('start_time') ?? 0);
  const entries = (account.lists[list] ?? []).filter(({ created }) => created >= from && created <= until);
  return json(response, 200, entries.slice(offset, offset + Math.min(limit, longestPage)), cut);
}

function startExport(
  asked: { list_ids?: string[]; segment_ids?: string[]; file_type?: string },
  response: ServerResponse,
  server: SendGridServer,
  exports: Exports,
): undefined {
  const id = asked.list_ids?.[0] ?? asked.segment_ids?.[0] ?? '';
  if (!server.account.contacts[id] || asked.file_type !== 'csv') return json(response, 400, errors('no such list'));
  const job = `export-${exports.size + 1}`;
  exports.set(job, { id, left: server.polls });
  return json(response, 202, { id: job, _metadata: {} });
}

function exportStatus(job: string, response: ServerResponse, server: SendGridServer, exports: Exports): undefined {
  const known = exports.get(job);
  const contacts = known && server.account.contacts[known.id];
  if (!known || !contacts) return json(response, 404, errors('not found'));
  if (known.left > 0) {
    known.left -= 1;
    return json(response, 200, { id: job, status: 'pending', urls: [] });
  }
  const urls = contacts.files.map((_, index) => `${server.url}/files/${known.id}/${index}`);
  return json(response, 200, { id: job, status: 'ready', urls, contact_count: contacts.count });
}

function sendFile(url: URL, response: ServerResponse, { account }: SendGridServer, cut: boolean): undefined {
  const [id = '', index = ''] = url.pathname.split('/').slice(2);
  const text = account.contacts[id]?.files[Number(index)];
  if (text === undefined) return json(response, 404, errors('not found'));
  const bytes = gzipSync(text);
  response.writeHead(200, { 'content-type': 'binary/octet-stream', 'content-length': bytes.length });
  if (cut) response.write(bytes.subarray(0, bytes.length / 2), () => response.socket?.destroy());
  else response.end(bytes);
}

function json(response: ServerResponse, status: number, value: unknown, cut = false): undefined {
  const text = JSON.stringify(value);
  response.writeHead(status, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) });
  if (cut) response.write(text.slice(0, text.length / 2), () => response.socket?.destroy());
  else response.end(text);
}

function errors(message: string): object {
  return { errors: [{ field: null, message }] };
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const pieces: Buffer[] = [];
  for await (const piece of request) pieces.push(piece as Buffer);
  return Buffer.concat(pieces).toString('utf8');
}
