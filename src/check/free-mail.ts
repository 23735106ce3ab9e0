/** Who gives everybody an address: what ends in these belongs to a person, not to an organisation. */
const freeMail: ReadonlySet<string> = new Set([
  ...['gmail.com', 'googlemail.com'],
  ...[
    'outlook.com',
    'outlook.co.uk',
    'hotmail.com',
    'hotmail.co.uk',
    'hotmail.fr',
    'live.com',
    'live.co.uk',
    'msn.com',
  ],
  ...[
    'yahoo.com',
    'yahoo.co.uk',
    'yahoo.fr',
    'yahoo.es',
    'yahoo.de',
    'ymail.com',
    'rocketmail.com',
    'aol.com',
    'aol.co.uk',
  ],
  ...['icloud.com', 'me.com', 'mac.com'],
  ...['btinternet.com', 'btopenworld.com', 'talk21.com', 'sky.com', 'talktalk.net', 'virginmedia.com', 'virgin.net'],
  ...['blueyonder.co.uk', 'ntlworld.com', 'plusnet.com', 'tiscali.co.uk', 'orange.net', 'o2.co.uk', 'uwclub.net'],
  ...['proton.me', 'protonmail.com', 'pm.me', 'tutanota.com', 'tuta.io', 'fastmail.com', 'fastmail.fm', 'zoho.com'],
  ...['gmx.com', 'gmx.co.uk', 'gmx.net', 'gmx.de', 'web.de', 'mail.com', 'mail.ru', 'yandex.com', 'yandex.ru'],
]);

/** Whether an address, or a domain, is of a provider where anybody can have one. */
export function isFreeMail(address: string): boolean {
  return freeMail.has(address.slice(address.lastIndexOf('@') + 1).toLowerCase());
}
