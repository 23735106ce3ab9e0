import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { readItem } from '../../src/content/read-item.js';

const pool = fileURLToPath(new URL('../../issues/items', import.meta.url));
const files = readdirSync(pool, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.md'));

it.each(files)('%s says the same to whoever saves it on Windows', (file) => {
  const text = readFileSync(`${pool}/${file}`, 'utf8');
  const path = `issues/items/${file}`;
  const plain = readItem({ path, text });
  const other = readItem({ path, text: text.replaceAll('\n', '\r\n') });
  expect(JSON.parse(JSON.stringify(other).replaceAll('\\r', ''))).toEqual(JSON.parse(JSON.stringify(plain)));
});
