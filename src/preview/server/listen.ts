import { createServer, type ServerResponse, STATUS_CODES } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { getRequestListener, type HttpBindings } from '@hono/node-server';
import { exitCode, Fault } from '../../model/fault.js';
import { inWords, type Refusal, refusals } from './answers.js';
import { safeHeaders } from './headers.js';

/** A server that answers. */
export type Listening = {
  readonly port: number;
  /** Ends every connection; asked twice, it is done once. */
  readonly close: () => Promise<void>;
};

/** This computer and nobody else’s; not “localhost”, which may be another address. */
const ownAddress = '127.0.0.1';

/**
 * Serves on a port of this computer, any free one for 0.
 *
 * @param patience milliseconds that a request may take to arrive
 * @throws Fault (exit 2) if the port cannot be had.
 */
export async function listenOn(
  port: number,
  answer: (request: Request, wire: HttpBindings) => Response | Promise<Response>,
  patience: number,
): Promise<Listening> {
  const listener = getRequestListener(
    (request, wire) => ('headersDistinct' in wire.incoming ? answer(request, wire as HttpBindings) : noAnswer()),
    // An address or a host that is none: nobody has been let in yet.
    { errorHandler: noAnswer, overrideGlobalObjects: false },
  );
  const server = createServer(
    {
      requestTimeout: patience,
      connectionsCheckingInterval: Math.ceil(patience / 4),
      // Refused by us instead, in the same words and headers as every other host.
      requireHostHeader: false,
    },
    (incoming, outgoing: ServerResponse) => void listener(incoming, outgoing),
  );
  server.maxConnections = 100;
  server.on('clientError', (error: NodeJS.ErrnoException, socket: Socket) => {
    if (socket.writable && error.code !== 'ECONNRESET') socket.end(rawAnswer(refusalOf(error.code)));
    else socket.destroy();
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(portFault(port, error)));
    server.listen(port, ownAddress, resolve);
  });
  let closed: Promise<void> | undefined;
  return {
    port: (server.address() as AddressInfo).port,
    close: () => {
      closed ??= new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      });
      return closed;
    },
  };
}

function noAnswer(): Response {
  const { status } = refusals.foreign;
  return new Response(inWords(refusals.foreign), {
    status,
    headers: { ...safeHeaders, 'Content-Type': 'text/plain; charset=utf-8' },
  });
}

function refusalOf(code: string | undefined): Refusal {
  if (code === 'ERR_HTTP_REQUEST_TIMEOUT') return refusals.tooSlow;
  if (code === 'HPE_HEADER_OVERFLOW') return refusals.tooManyHeaders;
  return refusals.wrongShape;
}

/** What is written to somebody who does not speak HTTP well enough for a response. */
function rawAnswer({ status, ...said }: Refusal): string {
  const words = inWords(said);
  const headers = {
    ...safeHeaders,
    'Content-Type': 'text/plain; charset=utf-8',
    'Content-Length': String(Buffer.byteLength(words)),
    Connection: 'close',
  };
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
  return [`HTTP/1.1 ${status} ${STATUS_CODES[status]}`, ...lines, '', words].join('\r\n');
}

function portFault(port: number, error: NodeJS.ErrnoException): Fault {
  const isTaken = error.code === 'EADDRINUSE';
  return new Fault(
    {
      code: isTaken ? 'preview/port-taken' : 'preview/no-port',
      exit: exitCode.usage,
      words: isTaken
        ? `Another program answers on port ${port} already; it may be another preview.`
        : `Port ${port} cannot be used (${error.code ?? 'the reason is unknown'}).`,
      fix: `End that program, or choose another port: mailout preview --port ${port < 65_535 ? port + 1 : 4321}.`,
    },
    { cause: error },
  );
}
