import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inventPeople } from '../../../src/audience/generate.js';
import type { Explanation } from '../../../src/flows/explain-audience.js';
import type { PersonStory } from '../../../src/flows/person-story.js';
import { type SendGridServer, startSendGrid } from '../../fakes/sendgrid-server.js';
import { keptCopyOf, type Project } from '../../harness/project.js';

/*
 * The Done-when of audiences: half a million rows with every defect that a real export has (and every pair of addresses
 * that looks like one person or like two), each accounted for; and what is told of single people.
 */

const rowsInAll = 500_000;
const everyNth = 25;

/** What stands in a defective row, and what becomes of it. A comma in a name is a defect of the row, not of the file. */
const defects: readonly (readonly [line: string, reason: string])[] = [
  ['', 'empty-row'],
  [',,,', 'empty-row'],
  ['   ,,,', 'empty-row'],
  [',Jo,,', 'address/empty'],
  ['jo\u200B@example.org,,,', 'address/invisible'],
  ['\u202Ejo@example.org,,,', 'address/invisible'],
  ['"jo@exam\nple.org",,,', 'address/control'],
  ['josé@example.org,,,', 'address/non-ascii-local-part'],
  ['ＪＯ@example.org,,,', 'address/non-ascii-local-part'],
  ['"Ng, Jo <jo@example.org>",,,', 'address/display-name'],
  ['jo@example.org; al@example.org,,,', 'address/several-addresses'],
  ['mailto:jo@example.org,,,', 'address/link'],
  ['jo.example.org,,,', 'address/no-at'],
  ['jo@@example.org,,,', 'address/several-ats'],
  ['@example.org,,,', 'address/no-local-part'],
  ['jo@,,,', 'address/no-domain'],
  ['jo..ng@example.org,,,', 'address/dots'],
  ['jo@127.0.0.1,,,', 'address/numeric-domain'],
  ['jo@１２７.0.0.1,,,', 'address/numeric-domain'],
  ['jo@example,,,', 'address/no-top-level'],
  ['jo@-example.org,,,', 'address/domain'],
  ['j o@example.org,,,', 'address/space'],
  [`${'a'.repeat(65)}@example.org,,,`, 'address/local-part-too-long'],
  ['jo@example.org', 'row/cells'],
  ['jo@example.org,,,,', 'row/cells'],
  ['jo@example.org,J\uFFFD,,', 'row/unreadable'],
  ['jo@example.org,J\0,,', 'row/unreadable'],
  ['PLAIN@EXAMPLE.ORG,,,', 'duplicate'],
  ['\u00A0plain@example.org. ,,,', 'duplicate'],
  ['jo@CAFÉ.example.org,,,', 'duplicate'],
  ['jo@cafe\u0301.example.org,,,', 'duplicate'],
];

/** People of whom more is known. Each has a row of her own. */
const planted: readonly string[] = [
  'plain@example.org,Plain,,',
  'jo@xn--caf-dma.example.org,Jo,,',
  'jo.ng@example.org,Jo,,',
  'jong@example.org,Jong,,',
  'jo+union@example.org,Jo,,',
  'welsh@example.org,Siân,Wales,cy',
  'english@example.org,Al,England,en',
  'nameless@example.org,,,',
  'lost@example.org,Lo,Walles,',
  'left@example.org,Le,,',
  'left.group@example.org,Li,,',
  'left.other@example.org,Lu,,',
  'soft@example.org,So,,',
  'hard@example.org,Ha,,',
  'spam@example.org,Sp,,',
  'wrong@example.org,Wr,,',
  'byhand@example.org,By,,',
  'imported@example.org,Im,,',
  'straße@example.org,St,,',
  'sent@strasse.example.org,St,,',
];

type Planted = { readonly lines: readonly string[]; readonly reasons: ReadonlyMap<string, number> };

function halfMillion(): Planted {
  const lines = ['E-mail,Forename,Nation,Language', ...planted];
  const reasons = new Map<string, number>();
  let next = 0;
  for (const { email, firstName } of inventPeople(rowsInAll, 11, {})) {
    if (lines.length === rowsInAll + 1) break;
    if (lines.length % everyNth === 0) {
      const [line, reason] = defects[next++ % defects.length] ?? ['', ''];
      lines.push(line);
      reasons.set(reason, (reasons.get(reason) ?? 0) + 1);
    } else lines.push(`${email},"${firstName}",${lines.length % 3 === 0 ? 'Wales' : ''},`);
  }
  // One of the planted is refused for her address.
  reasons.set('address/non-ascii-local-part', (reasons.get('address/non-ascii-local-part') ?? 0) + 1);
  return { lines, reasons };
}

const audience = `title: Pickers
why: You asked.
environment: test
basis: consent
unsubscribe-group: 12
fields: [{ name: first_name, fallback: friend }]
facets: { nations: [england, wales] }
source: { kind: csv, file: audiences/private/pickers.csv }
columns:
  email: E-mail
  fields: { first_name: Forename }
  facets: { nations: { column: Nation } }
`;

let project: Project & { readonly discard: () => void };
let server: SendGridServer;
let file: Planted;
const variables = () => ({ SENDGRID_API_KEY: server.key, MAILOUT_SENDGRID_URL: server.url });

beforeAll(async () => {
  project = keptCopyOf('newsletter');
  file = halfMillion();
  project.write('audiences/pickers.yaml', audience);
  project.write('audiences/private/pickers.csv', `\uFEFF${file.lines.join('\r\n')}\r\n`);
  project.write('more.csv', 'Adresse\nIMPORTED@example.org\n');
  const created = Date.parse('2027-03-01T00:00:00Z') / 1000;
  server = await startSendGrid({
    lists: {
      unsubscribes: [{ email: 'Left@Example.org', created }],
      bounces: [
        { email: 'soft@example.org', created, status: '4.2.2' },
        { email: 'hard@example.org', created, status: '5.1.1' },
      ],
      spam_reports: [{ email: 'spam@example.org', created }],
      invalid_emails: [{ email: 'wrong@example.org', created }],
    },
    groups: { 12: ['left.group@example.org'] },
  });
  for (const command of [
    'suppressions sync',
    'suppressions add byhand@example.org',
    'suppressions add left.other@example.org --group 13',
    'suppressions import more.csv --column Adresse --reason unsubscribed',
    'audience freeze pickers',
  ]) {
    const { code, err } = await project.mailout(command, undefined, variables());
    if (code !== 0) throw new Error(`${command}: ${err}`);
  }
}, 120_000);

afterAll(async () => {
  await server?.stop();
  project?.discard();
});

describe('half a million rows with every defect', () => {
  it('are all accounted for', { timeout: 60_000 }, async () => {
    const { out, code } = await project.mailout('audience explain pickers --json');
    const explanation = JSON.parse(out) as Explanation;
    expect(code).toBe(0);
    const suppressed = {
      'suppressed/unsubscribed': 3,
      'suppressed/bounced': 1,
      'suppressed/spam-report': 1,
      'suppressed/invalid': 1,
      'suppressed/by-hand': 1,
    };
    const leftOut = Object.fromEntries(explanation.leftOut.map(({ reason, count }) => [reason, count]));
    expect(leftOut).toEqual({ ...Object.fromEntries(file.reasons), ...suppressed });
    const out_ = explanation.leftOut.reduce((sum, { count }) => sum + count, 0);
    expect(explanation.rowsRead).toBe(rowsInAll);
    expect(explanation.recipients + out_).toBe(rowsInAll);
    const editions = Object.values(explanation.issue?.editions ?? {});
    expect(editions.reduce((sum, count) => sum + count, 0)).toBe(explanation.recipients);
  });

  it.each(explained())('%s', { timeout: 60_000 }, async (_, address, expected) => {
    const { out } = await project.mailout(`audience explain pickers --json --who ${address}`);
    const story = JSON.parse(out) as PersonStory;
    expect({
      gets: story.getsMail,
      edition: story.issue?.edition,
      rows: story.rows.map(({ isIn }) => isIn),
      suppressions: story.suppressions.map(({ reason, applies }) => `${reason}${applies ? '' : ', not here'}`),
      before: story.history.map(({ place }) => ('edition' in place ? place.edition : place.leftOut)),
      refused: story.refused?.reason,
    }).toEqual({ rows: [], suppressions: [], before: [], edition: undefined, refused: undefined, ...expected });
    expect(out.toLowerCase()).not.toContain(address.toLowerCase());
  });
});

/** What has to be told of whom. */
function explained(): [string, string, Record<string, unknown>][] {
  const gets = (edition: string, parts = {}) => ({ gets: true, edition, rows: [true], before: [edition], ...parts });
  const everyoneElse = gets('everyone-else');
  const out = (reason: string, parts = {}) => ({
    gets: false,
    rows: [false],
    suppressions: [reason],
    before: [`suppressed/${reason}`],
    ...parts,
  });
  const twice = (count: number) => [true, ...Array.from({ length: count }, () => false)];
  const times = (needle: RegExp) => {
    const all = Math.floor(rowsInAll / everyNth);
    return defects.reduce((sum, [line], index) => {
      const turns = Math.floor(all / defects.length) + (index < all % defects.length ? 1 : 0);
      return sum + (needle.test(line) ? turns : 0);
    }, 0);
  };
  return [
    ['somebody who is in it many times', 'plain@example.org', { ...everyoneElse, rows: twice(times(/plain@/i)) }],
    ['somebody asked for in capitals', 'PLAIN@example.ORG', { ...everyoneElse, rows: twice(times(/plain@/i)) }],
    ['a domain with an accent', 'jo@café.example.org', { ...everyoneElse, rows: twice(times(/caf/i)) }],
    [
      'the same domain in its other form',
      'jo@xn--caf-dma.example.org',
      { ...everyoneElse, rows: twice(times(/caf/i)) },
    ],
    ['a dot makes another person', 'jo.ng@example.org', everyoneElse],
    ['and so does none', 'jong@example.org', everyoneElse],
    ['a plus makes another person', 'jo+union@example.org', everyoneElse],
    ['a reader in Wales', 'welsh@example.org', gets('wales')],
    ['a reader in England', 'english@example.org', everyoneElse],
    ['a reader without a name', 'nameless@example.org', everyoneElse],
    ['a reader in a nation that there is not', 'lost@example.org', everyoneElse],
    ['somebody who unsubscribed', 'left@example.org', out('unsubscribed')],
    ['somebody who left this group', 'left.group@example.org', out('unsubscribed')],
    [
      'somebody who left another group',
      'left.other@example.org',
      { ...everyoneElse, suppressions: ['by-hand, not here'] },
    ],
    ['a mailbox that was full once', 'soft@example.org', everyoneElse],
    ['a mailbox that is not there', 'hard@example.org', out('bounced')],
    ['somebody who called it spam', 'spam@example.org', out('spam-report')],
    ['an address that SendGrid calls invalid', 'wrong@example.org', out('invalid')],
    ['somebody suppressed by hand', 'byhand@example.org', out('by-hand')],
    ['somebody whom another provider knew', 'imported@example.org', out('unsubscribed')],
    [
      'an address that nobody can be written to at',
      'straße@example.org',
      { gets: false, rows: [false], refused: 'non-ascii-local-part' },
    ],
    ['sharp s in a domain is not two of s', 'sent@straße.example.org', { gets: false }],
    ['somebody who is not in it', 'nobody@example.org', { gets: false }],
    ['somebody in a row that cannot be read', 'jo@example.org', { gets: false }],
  ];
}
