import type { ColumnMapping } from '../model/audience.js';
import type { Facets, ReaderFacets } from '../model/facets.js';
import type { Finding } from '../model/finding.js';
import type { Source } from '../model/place.js';
import type { SuppressionReason } from '../model/suppression.js';
import { canonicalAddress, isRefused } from './address.js';
import { facetColumns } from './facet-columns.js';
import { fieldColumns } from './field-columns.js';
import { knownKeys } from './known-keys.js';
import { mappingFindings } from './mapping-findings.js';
import type { Row, RowBatch } from './sources/source.js';
import { type Counted, counted, type ExclusionReason, type Tally } from './tally.js';
import { tallyFindings } from './tally-findings.js';

/** One person who gets mail if nothing else forbids it. */
export type Recipient = {
  /** Where she is in the source. */
  readonly row: number;
  /** As it is given to the provider. */
  readonly address: string;
  /** For comparison: no two recipients have the same. */
  readonly key: string;
  /** The name by which the database knows her. */
  readonly person: string;
  /** The same object for all who have the same values. */
  readonly facets: ReaderFacets;
  /** The values of the fields, in the order of the mapping; empty where there is none. */
  readonly fields: readonly string[];
};

/** What is known of people by others than the source. */
export type Register = {
  /** The name by which the database knows the person with this key. */
  readonly personOf: (key: string) => string;
  /** Why she must not get this mail, if so. */
  readonly suppressionOf: (person: string) => SuppressionReason | undefined;
};

/** Nothing is known of anybody. */
export const emptyRegister: Register = { personOf: () => '', suppressionOf: () => undefined };

/** Why a row of the source is nobody's mail. Neither words nor fix repeat anything of what is in it. */
export type Exclusion = {
  readonly row: number;
  readonly reason: ExclusionReason;
  readonly words: string;
  readonly fix?: string;
  /** Who it is, where that is known: of the suppressed. */
  readonly person?: string;
};

/** What became of some rows: each is in exactly one of the lists. */
export type Admitted = { readonly recipients: readonly Recipient[]; readonly exclusions: readonly Exclusion[] };

/** Makes recipients of the rows of one source, batch by batch, in the order in which they come. */
export type Admission = {
  readonly admit: (batch: RowBatch) => Admitted;
  readonly tally: () => Tally;
  /** What an editor should look at in what was read so far. */
  readonly findings: () => Finding[];
};

/**
 * Makes ready to tell who of a source gets mail. Of rows with the same address the first wins, with its own fields and
 * facets; the register says who must not get it all the same. Complains instead where the mapping names columns or values that there are not.
 *
 * @param source where the mapping is written, below "columns"
 */
export function admission(
  columns: readonly string[],
  mapping: ColumnMapping,
  known: Facets,
  source: Source,
  register: Register = emptyRegister,
): { readonly value?: Admission; readonly findings: readonly Finding[] } {
  const findings = mappingFindings(columns, mapping, known, source);
  return findings.length > 0 ? { findings } : { value: admit(columns, mapping, known, source, register), findings };
}

/** Why the suppressed get nothing, as one tells it. */
export const suppressionWords: Readonly<Record<SuppressionReason, string>> = {
  unsubscribed: 'The person has unsubscribed.',
  bounced: 'Mail to the address came back.',
  'spam-report': 'The person marked a mail as spam.',
  invalid: 'The provider says that there is no such address.',
  'by-hand': 'The address was suppressed by hand.',
};

function admit(
  columns: readonly string[],
  mapping: ColumnMapping,
  known: Facets,
  source: Source,
  { personOf, suppressionOf }: Register,
): Admission {
  const emailAt = columns.indexOf(mapping.email);
  const fields = fieldColumns(columns, mapping);
  const facets = facetColumns(columns, mapping, known);
  const keys = knownKeys();
  /** By number of the key: the row that counts and its facets. */
  const firstRows: number[] = [];
  const firstFacets: ReaderFacets[] = [];
  const excluded: { [reason in ExclusionReason]?: Counted } = {};
  let rowsRead = 0;
  let admitted = 0;
  let contradictions: Counted | undefined;

  const exclude = (row: number, reason: ExclusionReason, words: string, fix?: string): Exclusion => {
    excluded[reason] = counted(excluded[reason], row);
    return { row, reason, words, ...(fix !== undefined && { fix }) };
  };

  const look = ({ number, values }: Row): Recipient | Exclusion => {
    const canonical = canonicalAddress(values[emailAt] ?? '');
    if (isRefused(canonical)) {
      const { reason, words, fix } = canonical;
      if (reason === 'empty' && values.every((value) => value.trim() === '')) {
        return exclude(number, 'empty-row', 'The row is empty.');
      }
      return exclude(number, `address/${reason}`, words, fix);
    }
    const person = keys.number(canonical.key);
    const first = firstRows[person];
    if (first !== undefined) {
      if (facets.peek(values) !== firstFacets[person]) contradictions = counted(contradictions, number);
      return exclude(number, 'duplicate', `The address is in row ${first} already.`);
    }
    firstRows.push(number);
    const who = personOf(canonical.key);
    const suppression = suppressionOf(who);
    if (suppression) {
      firstFacets.push(facets.peek(values));
      return { ...exclude(number, `suppressed/${suppression}`, suppressionWords[suppression]), person: who };
    }
    const hers = facets.read(values, number);
    firstFacets.push(hers);
    admitted += 1;
    const { address, key } = canonical;
    return { row: number, address, key, person: who, facets: hers, fields: fields.read(values, number) };
  };

  const tally = (): Tally => ({
    rowsRead,
    recipients: admitted,
    excluded: { ...excluded },
    ...(contradictions && { contradictions }),
    fields: fields.tally(),
    facets: facets.tally(),
  });

  return {
    admit: ({ rows, refused }) => {
      rowsRead += rows.length + refused.length;
      const recipients: Recipient[] = [];
      const exclusions: Exclusion[] = refused.map(({ number, reason, words, fix }) =>
        exclude(number, `row/${reason}`, words, fix),
      );
      for (const row of rows) {
        const person = look(row);
        if ('reason' in person) exclusions.push(person);
        else recipients.push(person);
      }
      exclusions.sort((a, b) => a.row - b.row);
      return { recipients, exclusions };
    },
    tally,
    findings: () => tallyFindings(tally(), mapping, facets.meant(), source),
  };
}
