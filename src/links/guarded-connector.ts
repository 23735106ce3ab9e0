import { lookup } from 'node:dns/promises';
import { isIP, type LookupFunction } from 'node:net';
import { buildConnector } from 'undici';
import { isPublicAddress } from './public-address.js';

/** Whether a connection may be made to an IP address and a port. */
export type MayConnect = (address: string, port: number) => boolean;

/** The addresses of a host. */
export type Resolve = (host: string) => Promise<readonly { readonly address: string; readonly family: number }[]>;

/** Public addresses, at the ports of the web. */
export const publicWeb: MayConnect = (address, port) => (port === 80 || port === 443) && isPublicAddress(address);

/** As the system resolves names. */
export const systemResolve: Resolve = (host) => lookup(host, { all: true });

/** The code of the error with which a connection is refused that may not be made. */
export const refusedCode = 'ERR_MAILOUT_REFUSED';

/**
 * Makes connections for undici, and none that may not be made. It is asked about the addresses that a name has at this
 * moment, and once more about the one that answers: a name may have another address a moment later (DNS rebinding), so
 * that looking at names keeps nobody out.
 */
export function guardedConnector(
  mayConnect: MayConnect,
  resolve: Resolve,
  milliseconds: number,
): buildConnector.connector {
  return (wanted, callback) => {
    const port = Number(wanted.port) || (wanted.protocol === 'https:' ? 443 : 80);
    const host = wanted.hostname.replace(/^\[|\]$/g, '');
    // A number is not looked up before it is connected to.
    if (isIP(host) !== 0 && !mayConnect(host, port)) return callback(refusal(), null);
    const connect = buildConnector({
      timeout: milliseconds,
      lookup: guardedLookup((address) => mayConnect(address, port), resolve),
      port,
      // Whatever the environment says.
      rejectUnauthorized: true,
    });
    connect(wanted, (...[error, socket]) => {
      if (error) return callback(error, null);
      const { remoteAddress } = socket;
      if (remoteAddress === undefined || !mayConnect(remoteAddress, port)) {
        socket.destroy();
        return callback(refusal(), null);
      }
      return callback(null, socket);
    });
  };
}

/** Looks names up; one that has any address which is refused is refused as a whole. */
function guardedLookup(isAllowed: (address: string) => boolean, resolve: Resolve): LookupFunction {
  return (host, { all }, callback) => {
    const give = (error: NodeJS.ErrnoException | null, found: readonly { address: string; family: number }[]) => {
      const [first] = found;
      if (error || !first) callback(error ?? notFound(host), all ? [] : '', 0);
      else if (all) callback(null, [...found]);
      else callback(null, first.address, first.family);
    };
    resolve(host).then(
      (found) => (found.every(({ address }) => isAllowed(address)) ? give(null, found) : give(refusal(), [])),
      (error: NodeJS.ErrnoException) => give(error, []),
    );
  };
}

function refusal(): NodeJS.ErrnoException {
  return Object.assign(new Error('This address is not public.'), { code: refusedCode });
}

function notFound(host: string): NodeJS.ErrnoException {
  return Object.assign(new Error(`${host} has no address.`), { code: 'ENOTFOUND' });
}
