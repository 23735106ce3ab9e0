import type { IncomingMessage, ServerResponse } from 'node:http';

/** One thing that is wrong with a request, as SendGrid says it. */
export type ApiError = { readonly field: string | null; readonly message: string };

/** What is answered to a request, before anything is done to the answer on its way. */
export type Reply = {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
};

/** Answers with JSON; `cut` breaks off in the middle of it. */
export function json(response: ServerResponse, status: number, value: unknown, cut = false): undefined {
  const text = JSON.stringify(value);
  response.writeHead(status, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) });
  if (cut) response.write(text.slice(0, text.length / 2), () => response.socket?.destroy());
  else response.end(text);
}

export function jsonReply(status: number, value: unknown): Reply {
  return { status, headers: { 'content-type': 'application/json' }, body: JSON.stringify(value) };
}

/** The body of an answer that refuses (sendgrid.md, 1.2). */
export function errors(message: string, field: string | null = null): { readonly errors: readonly ApiError[] } {
  return { errors: [{ field, message }] };
}

export function write(response: ServerResponse, { status, headers = {}, body = '' }: Reply): undefined {
  response.writeHead(status, { ...headers, 'content-length': Buffer.byteLength(body) }).end(body);
}

/** All of a request's body, at most so many bytes; undefined if there are more. */
export async function bytesOf(request: IncomingMessage, most: number): Promise<Buffer | undefined> {
  const pieces: Buffer[] = [];
  let length = 0;
  for await (const piece of request) {
    length += (piece as Buffer).length;
    if (length <= most) pieces.push(piece as Buffer);
  }
  return length > most ? undefined : Buffer.concat(pieces);
}
