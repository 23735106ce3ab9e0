import { describeSource } from '../../audience/describe-source.js';
import { shareOf } from '../../audience/person-in-rows.js';
import type { OpenSource } from '../../audience/sources/source.js';
import { openSource } from '../../audience/sources/sources.js';
import type { WantedPerson } from '../../audience/wanted-person.js';
import type { Audience, PeopleSource } from '../../model/audience.js';
import { Fault } from '../../model/fault.js';
import type { Organisation } from '../../model/organisation.js';
import { openPeople, type PeopleWorld } from '../people-world.js';
import { type ErasureStep, rowsInWords, type Steps } from './erasure.js';

/** What to do where mailout only reads. */
const fixes: Readonly<Record<Exclude<PeopleSource['kind'], 'csv' | 'invented'>, string>> = {
  xlsx: 'Open the workbook and delete what it has of her there.',
  postgres: 'Have whoever keeps that database delete her there.',
  sendgrid: 'Delete the contact in SendGrid, under Marketing, Contacts.',
};

/** Looks for a person in the source of an audience that cannot be changed from here. */
export async function findInSource(
  audience: Audience,
  organisation: Organisation,
  person: WantedPerson,
  world: PeopleWorld,
): Promise<Steps> {
  const { people, columns } = audience;
  if (!people || people.kind === 'csv' || people.kind === 'invented') return {};
  const where = `${audience.title}: ${describeSource(people)}`;
  return findIn(where, fixes[people.kind], columns.email, person, world, () =>
    openPeople(audience, organisation, world),
  );
}

/** Looks for a person in a workbook of the workspace that no audience reads. */
export async function findInWorkbook(
  file: string,
  path: string,
  person: WantedPerson,
  world: PeopleWorld,
): Promise<Steps> {
  return findIn(file, fixes.xlsx, undefined, person, world, () =>
    openSource(
      { kind: 'xlsx', file },
      {
        pathOf: () => path,
        variable: world.variable,
        facets: {},
        provider: () => Promise.reject(new Error('A workbook needs no provider.')),
      },
    ),
  );
}

async function findIn(
  where: string,
  fix: string,
  addressColumn: string | undefined,
  person: WantedPerson,
  { progress }: PeopleWorld,
  open: () => Promise<OpenSource>,
): Promise<Steps> {
  progress(`Looking in ${where} …`);
  const found: number[] = [];
  const refused: number[] = [];
  try {
    const source = await open();
    try {
      const column = addressColumn === undefined ? -1 : source.columns.indexOf(addressColumn);
      const known = { width: source.columns.length, addressColumns: column === -1 ? [] : [column] };
      for await (const batch of source.batches) {
        for (const { number, values } of batch.rows) if (shareOf(values, person, known) !== 'none') found.push(number);
        for (const { number } of batch.refused) refused.push(number);
      }
    } finally {
      await source.close();
    }
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    const stopped: ErasureStep = { where, words: error.details.words, fix: 'Mend that and try again, or look there.' };
    return { unknown: [stopped], ...(found.length > 0 && { left: [inRows(where, found, fix)] }) };
  }
  return {
    ...(found.length > 0 && { left: [inRows(where, found, fix)] }),
    ...(refused.length > 0 && {
      unknown: [{ where, rows: refused, words: `${rowsInWords(refused)} cannot be read`, fix: 'Look for her there.' }],
    }),
  };
}

function inRows(where: string, rows: readonly number[], fix: string): ErasureStep {
  return { where, rows, words: `she is in ${rowsInWords(rows)}, which cannot be changed from here`, fix };
}
