import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { openSource } from '../../audience/sources/sources.js';

/**
 * The headings of a file with people in it, and nothing else of it; none where the file is not there yet.
 *
 * @throws Fault where it is there and cannot be read.
 */
export async function headingsOf(root: string, kind: 'csv' | 'xlsx', file: string): Promise<readonly string[]> {
  if (!existsSync(join(root, file))) return [];
  const source = await openSource(
    { kind, file },
    {
      pathOf: (path) => join(root, path),
      variable: () => undefined,
      provider: () => Promise.reject(new Error('A file asks no provider.')),
      facets: {},
    },
  );
  await source.close();
  return source.columns.filter((heading) => heading !== '');
}
