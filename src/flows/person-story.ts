import { canonicalAddress, isRefused, maskedAddress, type RefusedAddress } from '../audience/address.js';
import type { Admitted, Recipient } from '../audience/recipients.js';
import { forbids } from '../audience/register.js';
import type { RowBatch } from '../audience/sources/source.js';
import { type Counted, joined } from '../audience/tally.js';
import type { Database } from '../database/open.js';
import type { PersonInRoster } from '../database/rosters.js';
import type { ReaderFacets } from '../model/facets.js';
import type { Finding } from '../model/finding.js';
import type { Suppression } from '../model/suppression.js';
import type { DateText } from '../model/time.js';
import { callRoll } from './call-roll.js';
import type { AudienceRequest } from './explain-audience.js';
import { loadAudience } from './load-audience.js';
import { nextMail } from './next-mail.js';
import type { PeopleWorld } from './people-world.js';
import { registerOf } from './take-roll.js';
import { withDatabase } from './workspace-database.js';

/** What an audience has of one person, and what she gets and got. */
export type PersonStory = {
  readonly audience: string;
  readonly title: string;
  /** The address as it may be shown. */
  readonly shown: string;
  /** Why nobody can be written to at this address. */
  readonly refused?: RefusedAddress;
  /** Her rows in the source, and what became of each. */
  readonly rows: readonly HerRow[];
  /** Rows that could not be read, one of which may be hers. */
  readonly unread?: Counted;
  /** Every suppression of her, whether or not it stands in the way of this audience's mail. */
  readonly suppressions: readonly (Suppression & { readonly applies: boolean })[];
  readonly getsMail: boolean;
  readonly facets?: ReaderFacets;
  /** The fields for which she has no value of her own, and whether there is a fallback. */
  readonly withoutValue?: readonly { readonly field: string; readonly fallback?: string }[];
  readonly issue?: { readonly title: string; readonly date: DateText; readonly edition?: string };
  /** The issues for which it was written down that she gets them, or does not; the oldest first. */
  readonly history: readonly PersonInRoster[];
};

export type HerRow = { readonly row: number; readonly isIn: boolean; readonly words: string; readonly fix?: string };

/**
 * Tells what becomes of one person: whether she gets the audience's mail and why, which edition, and what was sent to her
 * before. Without a story, the findings say why the audience cannot be read.
 *
 * @param address as somebody typed it
 * @throws Fault like explainAudience.
 */
export async function personStory(
  request: AudienceRequest,
  address: string,
  world: PeopleWorld,
): Promise<{ readonly story?: PersonStory; readonly findings: readonly Finding[] }> {
  const { value: loaded, findings: ofFiles } = loadAudience(world, request.audience);
  if (!loaded) return { findings: ofFiles };
  const { audience, content } = loaded;
  const { value: next, findings: ofIssue } = await nextMail(loaded, world, request.publication, request.date);
  const canonical = canonicalAddress(address);
  const key = isRefused(canonical) ? undefined : canonical.key;
  return withDatabase(world, { make: false }, async (database) => {
    const rows: HerRow[] = [];
    let recipient: Recipient | undefined;
    const { tally, findings } = await callRoll(
      {
        audience,
        organisation: content.organisation,
        register: await registerOf(audience, database),
        each: (admitted, batch, columns) => {
          const hers = herRows(batch, columns.indexOf(audience.columns.email), address, key);
          rows.push(...hers.map((row) => outcome(row, admitted)));
          recipient ??= admitted.recipients.find((one) => hers.includes(one.row));
        },
      },
      world,
    );
    if (!tally) return { findings: [...ofFiles, ...ofIssue, ...findings] };
    const unread = joined(tally.excluded['row/cells'], tally.excluded['row/unreadable']);
    const known = await knownOf(database, key);
    const applies = (one: Suppression) => forbids(one, audience.unsubscribeGroup);
    const story: PersonStory = {
      audience: audience.id,
      title: audience.title,
      shown: maskedAddress(isRefused(canonical) ? address : canonical.address),
      ...(isRefused(canonical) && { refused: canonical }),
      rows,
      ...(unread && { unread }),
      suppressions: known.suppressions.map((one) => ({ ...one, applies: applies(one) })),
      getsMail: recipient !== undefined,
      ...(recipient && {
        facets: recipient.facets,
        withoutValue: audience.columns.fields.flatMap(({ name, fallback }, at) =>
          recipient?.fields[at] === '' ? [{ field: name, ...(fallback !== undefined && { fallback }) }] : [],
        ),
      }),
      ...(next && {
        issue: {
          title: next.publication.title,
          date: next.slot.date,
          ...(recipient && { edition: next.mail.editionOf(recipient.facets) }),
        },
      }),
      history: known.history,
    };
    return { story, findings: [...ofFiles, ...ofIssue] };
  });
}

/** The rows of a batch that are hers, by what is in the cell with the address. */
function herRows({ rows }: RowBatch, emailAt: number, typed: string, key: string | undefined): number[] {
  const same = (cell: string) => {
    if (key === undefined) return cell.trim() === typed.trim();
    const canonical = canonicalAddress(cell);
    return !isRefused(canonical) && canonical.key === key;
  };
  return rows.filter(({ values }) => same(values[emailAt] ?? '')).map(({ number }) => number);
}

function outcome(row: number, { recipients, exclusions }: Admitted): HerRow {
  if (recipients.some((one) => one.row === row)) return { row, isIn: true, words: 'This row gets mail.' };
  const exclusion = exclusions.find((one) => one.row === row);
  return {
    row,
    isIn: false,
    words: exclusion?.words ?? '',
    ...(exclusion?.fix !== undefined && { fix: exclusion.fix }),
  };
}

async function knownOf(
  database: Database | undefined,
  key: string | undefined,
): Promise<{ readonly suppressions: readonly Suppression[]; readonly history: readonly PersonInRoster[] }> {
  if (!database || key === undefined) return { suppressions: [], history: [] };
  return { suppressions: await database.suppressions.of(key), history: await database.rosters.history(key) };
}
