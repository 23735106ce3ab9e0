import { pipeline, Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { Fault } from '../model/fault.js';
import type { Clock } from './clock.js';
import type { Exchange } from './exchange.js';
import { unreadable } from './faults.js';
import { type Host, mayDownload } from './host.js';
import { patiently } from './patience.js';

/** A million people with a dozen fields are a tenth of it. */
const mostBytes = 2 * 1024 ** 3;

const runAgain = 'Run the command again, for a new export: such files are kept for a short time only.';

/**
 * The bytes of a file that an answer pointed to, inflated if it begins like gzip (RFC 1952, 2.3.1). No key goes with the
 * request: the address itself says who may read, so it is a secret and is in no words. Opening the file is tried several
 * times; a file that has begun is not begun again.
 *
 * @throws Fault (exit 5) for an address that is not safe, an answer other than 200, a length that nothing says, and a
 * file that breaks off or has no end.
 */
export async function* download(
  address: string,
  host: Host,
  exchange: Exchange,
  clock: Clock,
): AsyncGenerator<Uint8Array> {
  if (!mayDownload(address, host)) {
    throw unreadable('SendGrid’s answer points to a file at an address that is not safe to read from.');
  }
  const url = new URL(address);
  const open = () => exchange.open({ method: 'GET', url, headers: {} });
  const opened = await patiently(open, true, clock, ({ body }) => body.destroy());
  if (opened.kind !== 'answer') throw unreadable('A file of SendGrid’s could not be reached.', runAgain);
  const { status, header, body } = opened;
  try {
    if (status !== 200) throw unreadable(`A file of SendGrid’s cannot be had (status ${status}).`, runAgain);
    // A body that only the end of the connection ends looks whole wherever it breaks off.
    if (!header('content-length') && !header('transfer-encoding')) throw brokeOff();
    let length = 0;
    for await (const piece of inflated(body)) {
      length += piece.length;
      if (length > mostBytes) throw unreadable('A file of SendGrid’s is larger than any list of people.');
      yield piece;
    }
  } catch (error) {
    throw error instanceof Fault ? error : brokeOff();
  } finally {
    body.destroy();
  }
}

function brokeOff(): Fault {
  return unreadable('A file of SendGrid’s could not be read to its end.', runAgain);
}

async function* inflated(body: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const pieces = body[Symbol.asyncIterator]();
  let start: Uint8Array = new Uint8Array();
  while (start.length < 2) {
    const next = await pieces.next();
    if (next.done) break;
    start = Buffer.concat([start, next.value]);
  }
  const whole = (async function* () {
    if (start.length > 0) yield start;
    yield* { [Symbol.asyncIterator]: () => pieces };
  })();
  if (start[0] !== 0x1f || start[1] !== 0x8b) return yield* whole;
  // What goes wrong is thrown where the inflated bytes are read.
  yield* pipeline(Readable.from(whole, { objectMode: false }), createGunzip(), () => {}) as AsyncIterable<Uint8Array>;
}
