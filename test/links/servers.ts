import { createServer, type IncomingMessage, type RequestListener, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type LookUpOptions, lookUp } from '../../src/links/look-up.js';

/** A web server on this machine, and what it was asked. */
export type Site = {
  readonly url: (path: string, host?: string) => string;
  readonly port: number;
  /** "HEAD /path" */
  readonly asked: string[];
  readonly requests: IncomingMessage[];
  readonly stop: () => Promise<unknown>;
};

export type Pages = Readonly<Record<string, (request: IncomingMessage, response: ServerResponse) => void>>;

/** Serves pages by their path; what is not there is not found. */
export async function startSite(pages: Pages): Promise<Site> {
  const asked: string[] = [];
  const requests: IncomingMessage[] = [];
  const listener: RequestListener = (request, response) => {
    asked.push(`${request.method} ${request.url}`);
    requests.push(request);
    const page = pages[request.url ?? ''] ?? answer(404);
    page(request, response);
  };
  const server: Server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: (path, host = '127.0.0.1') => `http://${host}:${port}${path}`,
    port,
    asked,
    requests,
    stop: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(resolve));
    },
  };
}

/** A page that says nothing but this. */
export function answer(status: number, headers: Readonly<Record<string, string>> = {}) {
  return (_: IncomingMessage, response: ServerResponse) => void response.writeHead(status, headers).end();
}

/** A page that answers HEAD with one status and GET with another. */
export function byMethod(head: number, get: number, headers: Readonly<Record<string, string>> = {}) {
  return (request: IncomingMessage, response: ServerResponse) =>
    void response.writeHead(request.method === 'HEAD' ? head : get, headers).end();
}

/** Options with which these sites may be asked, and nothing else on this machine. */
export function allowing(sites: readonly Site[], more: Partial<LookUpOptions> = {}): LookUpOptions {
  const ports = sites.map(({ port }) => port);
  return {
    now: 1_800_000_000_000,
    limits: { pause: 0, timeout: 2_000 },
    mayConnect: (address, port) => address === '127.0.0.1' && ports.includes(port),
    resolve: async () => [{ address: '127.0.0.1', family: 4 }],
    ...more,
  };
}

/** What became of one link. */
export async function stateOf(url: string, options: LookUpOptions) {
  return (await lookUp([url], options)).states.get(url);
}
