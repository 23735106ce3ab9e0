import { mkdtempSync, readdirSync, readlinkSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeXlsx } from 'hucre';
import { afterAll, beforeAll, describe } from 'vitest';
import { openCsvFile } from '../../../src/audience/sources/csv.js';
import { openInvented } from '../../../src/audience/sources/invented.js';
import { openPostgres } from '../../../src/audience/sources/postgres.js';
import { openXlsxFile } from '../../../src/audience/sources/xlsx.js';
import { anySourceContract, sourceContract } from '../../contracts/source-contract.js';
import { hasPostgres } from '../../harness/postgres.js';
import { type PeopleDatabase, startPeopleDatabase } from './people-database.js';

let folder = '';
let made = 0;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'mailout-sources-'));
});

afterAll(() => {
  rmSync(folder, { recursive: true });
});

function fileOf(bytes: string | Uint8Array, extension: string): string {
  made += 1;
  const path = join(folder, `people-${made}.${extension}`);
  writeFileSync(path, bytes);
  return path;
}

/** How many of these files this process has open; Linux tells. */
function openFiles(extension: string): number {
  const descriptors = process.platform === 'linux' ? readdirSync('/proc/self/fd') : [];
  return descriptors.filter((descriptor) => {
    try {
      const path = readlinkSync(`/proc/self/fd/${descriptor}`);
      return path.startsWith(folder) && path.endsWith(extension);
    } catch {
      return false;
    }
  }).length;
}

sourceContract('a CSV file', {
  open: ({ columns, rows }) => {
    const cell = (text: string) => (/[",;\t\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
    const text = [columns, ...rows].map((row) => `${row.map(cell).join(',')}\n`).join('');
    return openCsvFile(fileOf(text, 'csv'), 'people.csv', { delimiter: ',' });
  },
  held: () => openFiles('csv'),
});

sourceContract('an Excel workbook', {
  open: async ({ columns, rows }) => {
    const bytes = await writeXlsx({ sheets: [{ name: 'People', rows: [columns, ...rows].map((row) => [...row]) }] });
    return openXlsxFile(fileOf(bytes, 'xlsx'), 'people.xlsx', {});
  },
  held: () => openFiles('xlsx'),
});

describe.skipIf(!hasPostgres)('PostgreSQL', () => {
  let database: PeopleDatabase | undefined;

  beforeAll(async () => {
    database = await startPeopleDatabase();
  });

  afterAll(async () => {
    await database?.stop();
  });

  const started = () => {
    if (!database) throw new Error('PostgreSQL did not start.');
    return database;
  };

  sourceContract('a PostgreSQL database', {
    open: async (table) => {
      const query = await started().put(table);
      return openPostgres({ query, connection: 'MEMBERS' }, () => started().url);
    },
    held: () => started().connections(),
  });
});

anySourceContract('nobody: they are invented', () =>
  openInvented({ count: 2_500, seed: 7 }, { regions: ['london', 'wales'], roles: ['iso'] }),
);
