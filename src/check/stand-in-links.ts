import { isUnder, urlOf } from './hosts.js';

/** Sites that stand for another in instructions (RFC 2606, section 3), and those that people type for want of one. */
const sites = [
  ...['example.com', 'example.net', 'example.edu'],
  ...['yourdomain.com', 'yourwebsite.com', 'yoursite.com', 'domain.com', 'website.com', 'url.com', 'link.com'],
];

/** What stands for the address of a page, or for a part of it. */
const standIn =
  /^(?:tb[acd]|todo|x{3,}|lorem(?:-?ipsum)?|placeholder|(?:your|insert|add|paste)[-_]?(?:link|url|address|page|website)(?:[-_]?here)?|(?:link|url)[-_]?(?:here|tbc|to[-_]come))$/i;

/** What of an address has still to be filled in; undefined if nothing looks like it. */
export function standInOf(address: string): string | undefined {
  const mail = /^mailto:[^@?]+@([^?]+)/i.exec(address)?.[1];
  if (mail !== undefined) return standInHost(mail.toLowerCase());
  const url = urlOf(address);
  if (!url || !/^https?:$/.test(url.protocol)) return undefined;
  return standInHost(url.hostname) ?? url.pathname.split('/').find((part) => standIn.test(part));
}

function standInHost(host: string): string | undefined {
  const isNone = !host.includes('.') && (standIn.test(host) || host === 'link' || host === 'url');
  return isNone || sites.some((site) => isUnder(host, site)) ? host : undefined;
}
