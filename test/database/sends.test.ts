import { readFileSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDatabase } from '../../src/database/open.js';
import { sendsContract } from '../contracts/sends-contract.js';
import { hasPostgres, startPostgres } from '../harness/postgres.js';
import { placeInFile, placeOnServer } from './places.js';
import { begun, readers } from './sample-send.js';

describe('sends in a file', () => {
  sendsContract(async () => placeInFile());

  it('are not all right where the file is damaged', async () => {
    const { at, discard } = placeInFile();
    const database = await openDatabase(at);
    await begun(database, [{ stage: 0, people: readers(database, 0, 2) }], { publication: 'once-in-the-index' });
    expect(await database.sends.verify()).toEqual([]);
    await database.close();

    const bytes = readFileSync(at.file);
    const place = bytes.lastIndexOf('once-in-the-index');
    expect(bytes.indexOf('once-in-the-index')).not.toBe(place);
    bytes.write('twice', place);
    writeFileSync(at.file, bytes);

    const again = await openDatabase(at);
    expect(await again.sends.verify()).toContain('The file of the database is damaged.');
    await again.close();
    await discard();
  });
});

describe.skipIf(!hasPostgres)('sends on a server', () => {
  let server: Awaited<ReturnType<typeof startPostgres>>;
  beforeAll(async () => {
    server = await startPostgres();
  });
  afterAll(async () => {
    await server?.stop();
  });
  sendsContract(() => placeOnServer(server?.url ?? ''));
});
