import { hostOf } from './hosts.js';

/** Hosts that give short addresses for long ones, whatever these are. Those of one site (youtu.be) show where they lead. */
const shorteners = new Set(
  (
    'bit.ly j.mp tinyurl.com ow.ly t.co goo.gl buff.ly lnkd.in is.gd v.gd cutt.ly rebrand.ly shorturl.at rb.gy t.ly ' +
    'tiny.cc bl.ink short.io s.id dlvr.it fb.me ift.tt trib.al db.tt wp.me qrco.de linktr.ee x.gd soo.gd clck.ru adf.ly ' +
    'po.st tiny.one rotf.lol 2ly.link shorter.me urlz.fr u.to qr.ae chng.it'
  ).split(' '),
);

/** The host of a shortened address; undefined for any other. */
export function shortenerOf(address: string): string | undefined {
  const host = hostOf(address)?.replace(/^www\./, '');
  return host !== undefined && shorteners.has(host) ? host : undefined;
}
