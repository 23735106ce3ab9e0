import { readFileSync } from 'node:fs';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { copyOfSample } from '../harness/project.js';
import { editionsOf } from './editions.js';

const before = { brand: '#4a2378', link: '#5a2a91', headings: 'Georgia' };
const after = { brand: '#004d40', link: '#00594d', headings: 'Verdana' };

describe('three values of theme.yaml', () => {
  it('give every design another brand', async () => {
    const project = copyOfSample();
    project.edit('templates/theme.yaml', (text) =>
      text
        .replace(`brand: "${before.brand}"`, `brand: "${after.brand}"`)
        .replace(`link: "${before.link}"`, `link: "${after.link}"`)
        .replace(/headings: .*/, `headings: ${after.headings},sans-serif`),
    );
    const editions = await editionsOf(project, 'build --date 2021-03-22');
    expect(new Set(editions.map(({ publication }) => publication)).size).toBe(3);
    for (const { name, html } of editions) {
      for (const value of Object.values(after)) expect(html, name).toContain(value);
      for (const value of Object.values(before)) expect(html, name).not.toContain(value);
    }
    const [copy] = project.list('out').filter((path) => path.endsWith('.docx'));
    const parts = unzipSync(readFileSync(`${project.root}/out/${copy}`));
    const styles = strFromU8(parts['word/styles.xml'] ?? new Uint8Array());
    expect(styles).toContain('004D40');
    expect(styles).toContain('Verdana');
    expect(styles).not.toMatch(/4A2378|Georgia/);
  });

  it('are refused, with a shade that can be read, when they cannot be read', async () => {
    const project = copyOfSample();
    project.edit('templates/theme.yaml', (text) => text.replace(`link: "${before.link}"`, 'link: "#c9b2e6"'));
    const { code, err } = await project.mailout('build --date 2021-03-22');
    expect(code).toBe(1);
    expect(err).toMatch(/templates\/theme\.yaml:\d+:\d+/);
    expect(err).toMatch(/Use “#[0-9a-f]{6}”/);
  });
});
