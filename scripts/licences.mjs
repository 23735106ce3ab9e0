import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** The licences of the packages that these files belong to: they ask to be passed on with the code. */
export function licencesOf(files) {
  const folders = new Set();
  for (const file of files) {
    const folder = /.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(file)?.[0];
    if (folder && existsSync(path.join(folder, 'package.json'))) folders.add(folder);
  }
  const texts = new Set();
  for (const folder of folders) {
    const { name, version, license } = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'));
    const file = readdirSync(folder).find((each) => /^licen[cs]e/i.test(each));
    const text = file ? readFileSync(path.join(folder, file), 'utf8').trim() : `Licence: ${license}`;
    texts.add(`${name} ${version}\n\n${text}\n`);
  }
  return [...texts].sort().join(`\n${'-'.repeat(80)}\n\n`);
}
