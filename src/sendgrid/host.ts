import { exitCode, Fault } from '../model/fault.js';
import type { Region } from '../model/organisation.js';

const hosts: Readonly<Record<Region, string>> = {
  global: 'https://api.sendgrid.com',
  eu: 'https://api.eu.sendgrid.com',
};

/** Where requests go, and whether that is this computer, as in tests and rehearsals. */
export type Host = { readonly url: string; readonly isLoopback: boolean };

/**
 * The host of a region, or the one that stands in for it.
 *
 * @throws Fault (exit 2) for a stand-in to which the key must not go: anything but https, or this computer itself.
 */
export function hostOf(region: Region, standIn: string | undefined): Host {
  if (standIn === undefined) return { url: hosts[region], isLoopback: false };
  const url = URL.canParse(standIn) ? new URL(standIn) : undefined;
  const isLoopback = url !== undefined && isLoopbackName(url.hostname);
  if (url && (url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback))) {
    return { url: url.origin, isLoopback };
  }
  throw new Fault({
    code: 'sendgrid/bad-url',
    exit: exitCode.usage,
    words: 'MAILOUT_SENDGRID_URL is not the address of a server that the key may go to.',
    fix: 'Write an address that begins with https://, or http:// and 127.0.0.1, or unset it.',
  });
}

/** Whether an address may be asked for a file: over https, or on this computer if the host is there too. */
export function mayDownload(address: string, host: Host): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, hostname, username } = new URL(address);
  if (username !== '') return false;
  return protocol === 'https:' || (protocol === 'http:' && host.isLoopback && isLoopbackName(hostname));
}

function isLoopbackName(name: string): boolean {
  return name === 'localhost' || name === '[::1]' || /^127\.\d+\.\d+\.\d+$/.test(name);
}
