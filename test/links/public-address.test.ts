import { describe, expect, it } from 'vitest';
import { isPublicAddress } from '../../src/links/public-address.js';

describe('an address is public', () => {
  it.each([
    '8.8.8.8',
    '151.101.0.81',
    '172.15.255.255',
    '172.32.0.1',
    '100.63.255.255',
    '100.128.0.1',
    '192.0.1.1',
    '223.255.255.255',
    '2606:4700:4700::1111',
    '2a00:1450:4009:81f::200e',
    '2001:200::1',
    // Reached from a network without IPv4.
    '64:ff9b::8.8.8.8',
  ])('%s', (address) => expect(isPublicAddress(address)).toBe(true));
});

describe('an address is not public', () => {
  it.each([
    ['this host', '0.0.0.0'],
    ['private', '10.1.2.3'],
    ['of a carrier', '100.64.0.1'],
    ['of a carrier, the last', '100.127.255.255'],
    ['this machine', '127.0.0.1'],
    ['this machine, another', '127.255.255.254'],
    ['of the metadata of clouds', '169.254.169.254'],
    ['of the metadata of one cloud', '168.63.129.16'],
    ['private, in the middle', '172.16.0.1'],
    ['private, the last', '172.31.255.255'],
    ['of the IETF', '192.0.0.8'],
    ['for documents', '192.0.2.1'],
    ['of an old relay', '192.88.99.1'],
    ['private, at home', '192.168.1.1'],
    ['for benchmarks', '198.19.0.1'],
    ['for documents, too', '198.51.100.1'],
    ['for documents, as well', '203.0.113.1'],
    ['of many', '224.0.0.1'],
    ['of nobody', '240.0.0.1'],
    ['of all', '255.255.255.255'],
    ['unspecified', '::'],
    ['this machine in IPv6', '::1'],
    ['IPv4 in IPv6', '::ffff:127.0.0.1'],
    ['IPv4 in IPv6, in hexadecimal', '::ffff:a9fe:a9fe'],
    ['IPv4 in IPv6, though public', '::ffff:8.8.8.8'],
    ['IPv4 in IPv6, as of old', '::10.0.0.1'],
    ['translated, this machine', '64:ff9b::127.0.0.1'],
    ['translated, metadata', '64:ff9b::a9fe:a9fe'],
    ['translated, locally', '64:ff9b:1::808:808'],
    ['thrown away', '100::1'],
    ['Teredo', '2001:0:4136:e378::1'],
    ['for documents in IPv6', '2001:db8::1'],
    ['for documents in IPv6, too', '3fff::1'],
    ['6to4 of this machine', '2002:7f00:1::1'],
    ['of segments', '5f00::1'],
    ['unique and local', 'fc00::1'],
    ['unique and local, as used', 'fd00:ec2::254'],
    ['of a link', 'fe80::1'],
    ['of a link, with its name', 'fe80::1%eth0'],
    ['public, with a name', '2606:4700::1%eth0'],
    ['of many, in IPv6', 'ff02::1'],
    ['a name', 'example.org'],
    ['nothing', ''],
    ['a number that browsers understand', '2130706433'],
  ])('%s: %s', (_, address) => expect(isPublicAddress(address)).toBe(false));
});
