import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { bytesOf, errors, json, jsonReply, type Reply, write } from './sendgrid/answer.js';
import { type MailDesk, type MailSettings, type MailSide, openMailDesk } from './sendgrid/mail.js';

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
  /** Answers to requests that have no more to them, by method and path: "GET /v3/scopes". */
  pages: Record<string, unknown>;
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
  /** The sending side; its faults are counted by requests to mail/send. */
  readonly mail: MailSide;
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

/** The key that the stand-in takes. */
export const testKey = 'SG.test-key-0123456789.abcdefghijklmnopqrstuvwxyz0123456789';

/** Speaks as much of SendGrid's API, version 3, as mailout knows, with its limits, on a port of this computer. */
export async function startSendGrid(
  account: Partial<Account> = {},
  settings: MailSettings & { readonly port?: number } = {},
): Promise<SendGridServer> {
  const desk = openMailDesk(settings);
  const state = {
    key: testKey,
    account: { lists: {}, groups: {}, contacts: {}, pages: {}, ...account },
    mail: desk.side,
    troubles: [] as Trouble[],
    answering: 0,
    scopes: ['/v3/suppression/', '/v3/asm/', '/v3/marketing/', '/v3/mail/', '/v3/user/scheduled_sends'],
    ignoresOffset: false,
    longestPage: 500,
    beforeAnswer: () => {},
    polls: 0,
    asked: [] as string[],
    authorizations: [] as (string | undefined)[],
    exports: new Map<string, { id: string; left: number }>(),
  };
  const server = createServer((request, response) => void answer(request, response, self, desk, state.exports));
  await new Promise<void>((resolve) => server.listen(settings.port ?? 0, '127.0.0.1', resolve));
  const self: SendGridServer = Object.assign(state, {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    stop: () =>
      new Promise<void>((resolve) => {
        server.closeAllConnections();
        server.close(() => {
          desk.side.mailbox.close();
          resolve();
        });
      }),
  });
  return self;
}

type Exports = Map<string, { id: string; left: number }>;

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  server: SendGridServer,
  desk: MailDesk,
  exports: Exports,
): Promise<undefined> {
  const url = new URL(request.url ?? '/', server.url);
  const method = request.method ?? '';
  const asked = `${method} ${url.pathname}`;
  server.answering += 1;
  response.on('close', () => {
    server.answering -= 1;
  });
  const isMail = asked === 'POST /v3/mail/send';
  const body = isMail ? '' : String((await bytesOf(request, Number.MAX_SAFE_INTEGER)) ?? '');
  server.asked.push(`${asked}${url.search}`);
  server.authorizations.push(request.headers.authorization);
  server.beforeAnswer(asked);
  const trouble = server.troubles.shift();
  if (trouble && makeTrouble(trouble, response)) return;
  const cut = trouble === 'cut';
  if (isMail) return void desk.send(request, response, () => refusal(request, url, server));
  if (url.pathname.startsWith('/files/')) return sendFile(url, response, server, cut);
  const page = server.account.pages[asked];
  const refused = refusal(request, url, server, page !== undefined);
  if (refused) return write(response, refused);
  if (page !== undefined) return json(response, 200, page, cut);
  const aboutBatches = desk.aboutBatches(method, url.pathname, body);
  if (aboutBatches) return write(response, aboutBatches);
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

/** Why a request is not let in, if it is not. */
function refusal({ headers }: IncomingMessage, url: URL, server: SendGridServer, isOpen = false): Reply | undefined {
  const refuse = (status: number, message: string) => jsonReply(status, errors(message));
  if (headers.authorization !== `Bearer ${server.key}`) return refuse(401, 'authorization required');
  if (!isOpen && !server.scopes.some((scope) => url.pathname.startsWith(scope))) return refuse(403, 'access forbidden');
  return headers.accept === 'application/json' ? undefined : refuse(406, 'not acceptable');
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
