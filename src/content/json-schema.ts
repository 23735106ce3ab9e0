import * as z from 'zod/mini';
import { audienceShape, personasShape, testersShape } from './schema/audience.js';
import { issueShape } from './schema/issue.js';
import { itemShape } from './schema/item.js';
import { organisationShape } from './schema/organisation.js';
import { publicationShape } from './schema/publication.js';
import { themeShape } from './schema/theme.js';
import { translationShape } from './schema/translation.js';
import { hints } from './schema/values.js';

const shapes = {
  organisation: { shape: organisationShape, title: 'mailout.yaml: the organisation' },
  publication: { shape: publicationShape, title: 'publication.yaml: a newsletter' },
  item: { shape: itemShape, title: 'The front matter of an item' },
  translation: { shape: translationShape, title: 'The front matter of an item in another language' },
  issue: { shape: issueShape, title: "issue.md: an editor's choices for one issue" },
  audience: { shape: audienceShape, title: 'A named group of readers' },
  personas: { shape: personasShape, title: 'Invented readers' },
  testers: { shape: testersShape, title: 'Those whom proofs may reach' },
  theme: { shape: themeShape, title: 'theme.yaml: what makes every design ours' },
};

/** The JSON Schemas (draft 2020-12) by which an editor's program completes and underlines our files, by name. */
export function jsonSchemas(): Readonly<Record<string, object>> {
  return Object.fromEntries(
    Object.entries(shapes).map(([name, { shape, title }]) => [name, { title, ...jsonSchema(shape) }]),
  );
}

function jsonSchema(shape: z.ZodMiniType): object {
  return z.toJSONSchema(shape, {
    io: 'input',
    override: ({ zodSchema, jsonSchema }) => {
      Object.assign(jsonSchema, hints.get(zodSchema));
    },
  });
}
