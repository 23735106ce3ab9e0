import { BlockList, isIP } from 'node:net';

/*
 * Which addresses belong to the public internet: the registries of RFC 6890 (IANA Special-Purpose Address Registries),
 * as far as they are not for everybody.
 */

const ipv4Ranges: readonly (readonly [net: string, bits: number])[] = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  // Microsoft's cloud answers its own machines here.
  ['168.63.129.16', 32],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 3],
];

/** All that is given out for use by everybody is in here (RFC 4291, 2.4); the rest is local, mapped, or nobody's. */
const ipv6Public: readonly [net: string, bits: number] = ['2000::', 3];

const ipv6Ranges: readonly (readonly [net: string, bits: number])[] = [
  // Teredo, benchmarks, ORCHID and others of the IETF's own.
  ['2001::', 23],
  ['2001:db8::', 32],
  // 6to4: an IPv4 address of any kind may be inside.
  ['2002::', 16],
  ['3fff::', 20],
];

/** Where a network has no IPv4, its addresses are reached through these, with the IPv4 address at the end (RFC 6052). */
const translated = '64:ff9b::';

const { reachable, refused } = lists();

/** Whether an IP address is one that anybody on the internet reaches, and one only. What is no address is not. */
export function isPublicAddress(address: string): boolean {
  const version = isIP(address);
  if (version === 0 || address.includes('%')) return false;
  if (version === 4) return !refused.check(address, 'ipv4');
  return reachable.check(address, 'ipv6') && !refused.check(address, 'ipv6');
}

function lists(): { readonly reachable: BlockList; readonly refused: BlockList } {
  const reachable = new BlockList();
  reachable.addSubnet(...ipv6Public, 'ipv6');
  reachable.addSubnet(translated, 96, 'ipv6');
  const refused = new BlockList();
  for (const [net, bits] of ipv6Ranges) refused.addSubnet(net, bits, 'ipv6');
  for (const [net, bits] of ipv4Ranges) {
    refused.addSubnet(net, bits, 'ipv4');
    refused.addSubnet(`${translated}${net}`, 96 + bits, 'ipv6');
  }
  return { reachable, refused };
}
