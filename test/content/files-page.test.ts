import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { readAudience } from '../../src/content/read-audience.js';
import { readChoices } from '../../src/content/read-choices.js';
import { readItem } from '../../src/content/read-item.js';
import { readOrganisation } from '../../src/content/read-organisation.js';
import { readPublication } from '../../src/content/read-publication.js';
import { readTheme } from '../../src/content/read-theme.js';
import { readTranslation } from '../../src/content/read-translation.js';
import { translationReferences } from '../../src/content/translation-references.js';
import { standardTheme } from '../../src/model/design.js';
import { told } from './told.js';

const page = readFileSync('docs/files.md', 'utf8');

/** The examples below a heading, in order. */
function examples(heading: string): string[] {
  const [, below = ''] = page.split(`\n## ${heading}\n`);
  const [section = ''] = below.split('\n## ');
  return [...section.matchAll(/```(?:yaml|markdown)\n([\s\S]*?)```/g)].map(([, text = '']) => text);
}

const file = (path: string, text = '') => ({ path, text });
const [item] = examples('An item');
const [translation] = examples('A translation');
const [publication, size, languages] = examples('A publication');
const read = {
  item: () => readItem(file('issues/items/human-rights/sudan-teachers.md', item)),
  translation: () =>
    readTranslation('cy', 'sudan-teachers', file('issues/translations/cy/sudan-teachers.md', translation)),
  publication: () => readPublication('weekly', file('publication.yaml', `${publication}${languages}`)),
  'rule about size': () =>
    readPublication(
      'weekly',
      file('publication.yaml', `${publication}${size?.replace('resources, news, solidarity', 'rest')}`),
    ),
  issue: () => readChoices('weekly', '2027-03-22', file('issue.md', examples('An issue')[0])),
  audience: () => readAudience('iso-network', file('iso-network.yaml', examples('An audience')[0])),
  organisation: () => readOrganisation(file('mailout.yaml', examples('The organisation')[0])),
  theme: () => readTheme(file('theme.yaml', examples('Theme and templates')[0]), standardTheme),
};

it.each(Object.entries(read))('docs/files.md has an example of a(n) %s that can be read', (_, readExample) => {
  const { value, findings } = readExample();
  expect(told(findings)).toEqual([]);
  expect(value).toBeDefined();
});

it('docs/files.md has a translation of its own item, with the mark', () => {
  const [original, translated] = [read.item().value, read.translation().value];
  expect(original && translated && told(translationReferences(translated, original, new Set()))).toEqual([]);
});
