import { join } from 'node:path';
import { jsonSchemas } from '../content/json-schema.js';
import { replaceFolder } from '../workspace/write-folder.js';

const folder = '.mailout/schemas';

/** Writes the JSON Schemas of all file shapes; gives their paths relative to the workspace. */
export function writeSchemas(root: string): string[] {
  const files = Object.entries(jsonSchemas()).map(([name, schema]) => ({
    name: `${name}.json`,
    content: `${JSON.stringify(schema, null, 2)}\n`,
  }));
  replaceFolder(root, join(root, folder), files);
  return files.map(({ name }) => `${folder}/${name}`);
}
