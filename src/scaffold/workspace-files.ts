import type { DateText } from '../model/time.js';
import { audienceFile, type NewAudience } from './audience-file.js';
import { exampleItems } from './example-items.js';
import { type NewOrganisation, organisationFile } from './organisation-file.js';
import { type NewPublication, publicationFile } from './publication-file.js';
import { settingsFile } from './settings.js';
import { themeFile } from './theme-file.js';

/** Everything that somebody was asked about a new workspace. */
export type NewWorkspace = {
  readonly organisation: NewOrganisation;
  /** Six-digit hex. */
  readonly colour: string;
  readonly audience: NewAudience & { readonly id: string };
  readonly publications: readonly NewPublication[];
};

export type NewFile = { readonly path: string; readonly text: string };

/**
 * All files of a new workspace but its designs.
 *
 * @param lastFirst the last of the days on which the newsletters' first issues go out
 */
export function workspaceFiles(workspace: NewWorkspace, lastFirst: DateText): readonly NewFile[] {
  const { organisation, colour, audience, publications } = workspace;
  const ids = publications.map(({ id }) => id);
  return [
    { path: 'mailout.yaml', text: organisationFile(organisation) },
    ...publications.map((one) => ({ path: `issues/${one.id}/publication.yaml`, text: publicationFile(one) })),
    ...exampleItems(ids, lastFirst, organisation.web?.replace(/\/$/, '')),
    { path: `audiences/${audience.id}.yaml`, text: audienceFile(audience) },
    { path: 'audiences/personas.yaml', text: personas },
    { path: 'audiences/testers.yaml', text: testers(organisation) },
    { path: 'templates/theme.yaml', text: themeFile(colour) },
    { path: '.gitignore', text: ignored },
  ];
}

const personas = settingsFile('../.mailout/schemas/personas.json', [
  {
    name: 'personas',
    comment: 'Readers who do not exist. Read an issue as they would get it, before anybody real does.',
    value: [
      {
        id: 'aisha',
        title: 'A member',
        about: 'Reads on her phone on the way to school.',
        fields: { first_name: 'Aisha' },
      },
      { id: 'no-name', title: 'A member with no first name', about: 'We have her address and nothing else.' },
    ],
  },
]);

function testers({ name, contact }: NewOrganisation): string {
  return settingsFile('../.mailout/schemas/testers.json', [
    {
      name: 'testers',
      comment:
        'Proofs go to these addresses and to no others. This file is in git: shared mailboxes only, nobody’s own address.',
      value: [{ name, address: contact }],
    },
  ]);
}

const ignored = `node_modules
out/
.mailout/
# People are never in git.
audiences/private/
audiences/*.csv
audiences/*.xlsx
`;
