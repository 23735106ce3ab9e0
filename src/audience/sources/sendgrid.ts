import * as z from 'zod/mini';
import type { SourceOf } from '../../model/audience.js';
import { exitCode, Fault } from '../../model/fault.js';
import type { ProviderApi } from '../../model/provider-api.js';
import { openCsv } from './csv.js';
import type { OpenSource, RowBatch } from './source.js';

const startedShape = z.object({ id: z.string() });

const statusShape = z.object({
  status: z.enum(['pending', 'ready', 'failure']),
  urls: z.optional(z.nullable(z.array(z.string()))),
  contact_count: z.optional(z.nullable(z.number())),
});

/** Megabytes of each file: a few thousand contacts, so that none is waited for long. */
const pageSize = 20;

/** SendGrid takes minutes to export half a million contacts. */
const mostPolls = 180;
const betweenPolls = 5_000;

const wait = (milliseconds: number) => new Promise<void>((resolve) => setTimeout(resolve, milliseconds));

/**
 * The contacts of a Marketing list or segment. Nothing but an export gives them all (the API lists 50 at most), so one is
 * asked for and read file by file, each a page with the same columns.
 *
 * @param pause waits so many milliseconds before the export is asked after again
 * @throws Fault where the export fails, or its files do not have as many contacts as it says.
 */
export async function openSendGrid(
  { list, segment }: Omit<SourceOf<'sendgrid'>, 'kind'>,
  api: ProviderApi,
  pause: (milliseconds: number) => Promise<void> = wait,
): Promise<OpenSource> {
  if ((list === undefined) === (segment === undefined)) {
    throw new Fault({
      code: 'audience/sendgrid-list-or-segment',
      exit: exitCode.usage,
      words: 'A SendGrid source needs a list or a segment, and not both.',
      fix: 'Write the id of the one or of the other in the audience’s file.',
    });
  }
  const what = list === undefined ? { segment_ids: [segment] } : { list_ids: [list] };
  const { id } = shaped(
    startedShape,
    await api.ask({
      method: 'POST',
      path: '/v3/marketing/contacts/exports',
      body: { ...what, file_type: 'csv', max_file_size: pageSize, notifications: { email: false } },
    }),
  );
  const { urls, count } = await finished(id, api, pause);
  const [first, ...others] = urls;
  if (first === undefined) throw fault('no-file', 'SendGrid’s export has no file, not even an empty one.');
  const page = await openCsv(api.download(first));
  let current = page;
  const next = async (address: string) => (current = await openCsv(api.download(address)));
  return { columns: page.columns, batches: pages(page, others, next, count), close: () => current.close() };
}

async function finished(
  id: string,
  api: ProviderApi,
  pause: (milliseconds: number) => Promise<void>,
): Promise<{ readonly urls: readonly string[]; readonly count: number | undefined }> {
  for (let polls = 0; polls < mostPolls; polls += 1) {
    const path = `/v3/marketing/contacts/exports/${encodeURIComponent(id)}`;
    const { status, urls, contact_count: count } = shaped(statusShape, await api.ask({ method: 'GET', path }));
    if (status === 'ready') return { urls: urls ?? [], count: count ?? undefined };
    if (status === 'failure') throw fault('export-failed', 'SendGrid could not export the contacts.');
    await pause(betweenPolls);
  }
  throw fault('export-slow', 'SendGrid has not finished exporting the contacts.');
}

/** The rows of all files as if they were one: numbered through, from row 2 on. */
async function* pages(
  first: OpenSource,
  others: readonly string[],
  open: (address: string) => Promise<OpenSource>,
  count: number | undefined,
): AsyncGenerator<RowBatch> {
  let before = 0;
  const through = async function* (page: OpenSource) {
    let rows = 0;
    for await (const batch of page.batches) {
      rows += batch.rows.length + batch.refused.length;
      yield shifted(batch, before);
    }
    before += rows;
  };
  yield* through(first);
  for (const address of others) {
    const page = await open(address);
    if (JSON.stringify(page.columns) !== JSON.stringify(first.columns)) {
      await page.close();
      throw fault('columns-differ', 'The files of SendGrid’s export do not have the same columns.');
    }
    yield* through(page);
  }
  if (count !== undefined && count !== before) {
    throw fault(
      'contacts-missing',
      `SendGrid’s export says that it has ${count} contacts, and its files have ${before}.`,
    );
  }
}

function shifted({ rows, refused }: RowBatch, by: number): RowBatch {
  if (by === 0) return { rows, refused };
  return {
    rows: rows.map(({ number, values }) => ({ number: number + by, values })),
    refused: refused.map((row) => ({ ...row, number: row.number + by })),
  };
}

function shaped<T extends z.ZodMiniType>(shape: T, answer: unknown): z.output<T> {
  const { success, data } = z.safeParse(shape, answer);
  if (success) return data;
  throw fault('not-as-documented', 'SendGrid’s answer is not in the form that its documentation describes.');
}

function fault(what: string, words: string): Fault {
  const fix = 'Try again later, or export the contacts by hand in SendGrid and use the file as a source of kind “csv”.';
  return new Fault({ code: `sendgrid/${what}`, exit: exitCode.incomplete, words, fix });
}
