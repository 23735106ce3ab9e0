import type { AudiencePrivacy, DatabasePrivacy, PrivacyReport } from '../flows/privacy-report.js';
import type { LawfulBasis } from '../model/audience.js';
import { grouped } from '../model/count.js';
import { markdownTable, plainMarkdown } from '../terminal/markdown.js';

/** The report as Markdown, for a data protection officer to read, keep and compare with the last one. */
export function privacyMarkdown(report: PrivacyReport): string {
  const { organisation, at } = report;
  return `${[
    `# What mailout holds about people: ${plainMarkdown(organisation.name)}`,
    `As of ${at.slice(0, 10)}. Made by \`mailout privacy-report\` from this workspace’s settings and database. Nobody is named in it, and no list was read for it.`,
    'Union membership is special-category data (UK GDPR, art. 9(1)). A union may process it for its own members, former members and people in regular contact with it, with safeguards, and not disclose it without consent (art. 9(2)(d)). What mailout does about that is below. This page is not legal advice.',
    audiencesPart(report),
    heldPart(report),
    notHeldPart(report),
    sealingPart(report),
    providerPart(report),
    rightsPart(report),
  ].join('\n\n')}\n`;
}

const bases: Readonly<Record<LawfulBasis, string>> = {
  'member-service': 'service to members',
  consent: 'consent',
  'soft-opt-in': 'soft opt-in',
};

function audiencesPart({ audiences }: PrivacyReport): string {
  if (audiences.length === 0) return '## Who is written to\n\nThere are no audiences.';
  const rows = audiences.map((audience) => [
    audience.title,
    peopleWords(audience),
    audience.source,
    audience.basis ? bases[audience.basis] : 'none given',
    ['address', ...audience.fields, ...audience.facets].join(', '),
    newsletterWords(audience),
  ]);
  const missing = audiences.filter(({ environment, basis, kind }) => kind && environment === 'live' && !basis);
  return [
    '## Who is written to',
    markdownTable(['Audience', 'People', 'Read from', 'Basis', 'Read of each person', 'Newsletters'], rows),
    ...(missing.length > 0
      ? [
          `No basis is given for ${missing.map(({ title }) => plainMarkdown(title)).join(', ')}: mailout refuses to write to them.`,
        ]
      : []),
    'The basis is what the organisation declares (UK GDPR, art. 6; PECR, reg. 22). mailout refuses to send marketing, which includes campaigning, to an audience whose basis does not cover it.',
  ].join('\n\n');
}

function peopleWords({ kind, environment }: AudiencePrivacy): string {
  if (kind === undefined) return 'nobody yet';
  if (kind === 'invented') return 'invented';
  return environment === 'test' ? 'for tests' : 'real';
}

function newsletterWords({ newsletters }: AudiencePrivacy): string {
  const words = newsletters.map(({ title, marketing }) => (marketing ? `${title} (marketing)` : title));
  return words.length > 0 ? words.join(', ') : 'none';
}

function heldPart({ audiences, database, keepRosters, privateFiles, testers }: PrivacyReport): string {
  const files = audiences.filter(({ kind }) => kind === 'csv' || kind === 'xlsx').map(({ source }) => source);
  const rows = [
    [
      'Source files of audiences',
      files.length > 0 ? [...new Set(files)].join(', ') : 'none',
      'all that their columns have, in the clear',
      'until you delete them: mailout only reads them',
    ],
    [
      'Other files for people',
      `audiences/private/ (${count(privateFiles, 'file')} in all, with source files there)`,
      'exports and lists that somebody put there or had mailout write, in the clear',
      'until you delete them',
    ],
    [
      'Suppressions: who must not be written to',
      database.at,
      'pseudonym, sealed address, reason, where it came from, since when',
      'until lifted; also after an erasure',
    ],
    [
      'Mailboxes that could not take mail for the time being',
      database.at,
      'pseudonym, time',
      'until the person is erased',
    ],
    [
      'Rosters: who was to get an issue',
      database.at,
      'pseudonym and edition; for those left out because they must not be written to, pseudonym and reason',
      `${keepRosters} days, then deleted the next time a roster is frozen; how many they were stays`,
    ],
    [
      'Testers: who gets proofs',
      `audiences/testers.yaml (${grouped(testers)})`,
      'name and address, in the clear; the file is in git where the workspace is',
      'until you delete them',
    ],
  ];
  return [
    '## What is held, where, for how long',
    markdownTable(['What', 'Where', 'Data', 'How long'], rows),
    databaseWords(database),
  ].join('\n\n');
}

function databaseWords(database: DatabasePrivacy): string {
  switch (database.state) {
    case 'none':
      return 'There is no database yet, so nothing is in it: no suppressions, no rosters.';
    case 'unknown':
      return `What the database holds is not known, because it cannot be read now. ${database.words}`;
    case 'there': {
      const { suppressions, rosters } = database;
      return [
        `The database holds ${count(suppressions.suppressions, 'suppression')} of ${count(suppressions.people, 'person', 'people')}${since(suppressions.oldest)}, ${count(suppressions.softBounces, 'note')} of mailboxes that could not take mail, and ${count(rosters.rosters, 'roster')} with ${count(rosters.places, 'place')}${since(rosters.oldest)}.`,
        'A person in three rosters has three places.',
      ].join(' ');
    }
  }
}

function count(number: number, one: string, many = `${one}s`): string {
  return `${grouped(number)} ${number === 1 ? one : many}`;
}

function since(oldest: string | undefined): string {
  return oldest === undefined ? '' : ` (the oldest of ${oldest.slice(0, 10)})`;
}

function notHeldPart({ personas }: PrivacyReport): string {
  return [
    '## What is not held',
    [
      '- Issues in out/ and working files in .mailout/ have no readers in them: what differs from person to person is a merge tag there.',
      '- Nothing that mailout prints has an address in it, unless somebody asks for one with --reveal; messages name rows. There is no log.',
      '- audiences/private/ is to be ignored by git. mailout refuses a source that git keeps, and `mailout doctor` looks whether any file there is.',
      `- Personas that issues are previewed as (${grouped(personas)}), and people at example.org that \`mailout audience generate\` writes, are invented.`,
    ].join('\n'),
  ].join('\n\n');
}

function sealingPart({ keyAt }: PrivacyReport): string {
  return [
    '## How it is sealed',
    'In the database, people are known by keyed pseudonyms. Addresses are in it only of those who must not be written to, sealed with AES-256-GCM. Without the key, neither can be read or linked to a person. With it they can: so these are pseudonymous data, not anonymous.',
    `The key is in ${keyAt}. Keep a copy of it in a safe place, and not beside a copy of the database.`,
  ].join('\n\n');
}

function providerPart({ audiences, region }: PrivacyReport): string {
  const lists = audiences.filter(({ kind }) => kind === 'sendgrid');
  const real = audiences.filter(({ kind, newsletters }) => kind && kind !== 'invented' && newsletters.length > 0);
  const fields = [...new Set(real.flatMap((audience) => audience.fields))];
  return [
    '## What goes to SendGrid',
    'This version of mailout sends nothing: SendGrid gets no address, no merge field and no issue from it. It reads from SendGrid:',
    [
      '- the lists of people who must not be written to (unsubscribed, also by group; bounced; marked as spam; invalid), with `mailout suppressions sync`;',
      lists.length > 0
        ? `- the contacts of these audiences: ${lists.map(({ title, source }) => `${plainMarkdown(title)} (${plainMarkdown(source)})`).join(', ')}. SendGrid makes an export of them for that.`
        : '- no contacts: no audience is a SendGrid list.',
    ].join('\n'),
    `The account is said to be in SendGrid’s ${region === 'eu' ? 'EU region' : 'global region, which does not keep data in the EU or the UK'}. Either way SendGrid is a processor: it needs a contract (UK GDPR, art. 28) and, where data leaves the UK, a basis for the transfer.`,
    [
      'To plan for: whoever mails through SendGrid gives it the address of each recipient, the values of the merge fields that an issue prints',
      fields.length > 0 ? ` (here at most: ${fields.map(plainMarkdown).join(', ')})` : '',
      ', and the issue. SendGrid keeps categories and custom arguments long and does not erase them, so nothing about people belongs there; mailout has none. Tracking of opens and clicks needs consent (PECR, reg. 6); mailout puts no pixel and no tracked link into an issue.',
    ].join(''),
  ].join('\n\n');
}

function rightsPart({ organisation }: PrivacyReport): string {
  return [
    '## When somebody asks',
    [
      '- What do you have about me? `mailout audience explain <audience> --who <address>` tells it, audience by audience.',
      '- Erase me (art. 17): `mailout audience erase <address>` removes her from rosters and CSV files, and names what has to be done elsewhere.',
      '- Do not write to me (art. 21(3)): `mailout suppressions add <address>`. A suppression stays until it is lifted, also after an erasure, because without it the objection would be forgotten with the next export.',
    ].join('\n'),
    `Contact: ${plainMarkdown(organisation.contact)}.${organisation.privacy === undefined ? ' mailout.yaml names no privacy notice.' : ` Privacy notice: ${organisation.privacy}`}`,
  ].join('\n\n');
}
