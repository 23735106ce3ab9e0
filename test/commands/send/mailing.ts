import { copyOf, type Project } from '../../harness/project.js';

/** People of an audience that nobody is in, "p1@example.org" and so on; every other one of them in Wales. */
export function people(count: number): string {
  const rows = Array.from(
    { length: count },
    (_, index) => `p${index + 1}@example.org,Person ${index + 1},${index % 2 === 0 ? 'england' : 'wales'}`,
  );
  return `email,first_name,nation\n${rows.join('\n')}\n`;
}

/** A workspace whose weekly newsletter can be sent to so many people. */
export function mailing(count: number): Project {
  const project = copyOf('newsletter');
  project.write(
    'audiences/pickers.yaml',
    `title: Pickers
why: You asked.
environment: test
basis: consent
fields: [{ name: first_name, fallback: friend }]
facets: { nations: [england, wales] }
source: { kind: csv, file: audiences/private/pickers.csv }
columns: { email: email, fields: { first_name: first_name }, facets: { nations: { column: nation } } }
`,
  );
  project.write('audiences/private/pickers.csv', people(count));
  project.edit(
    'mailout.yaml',
    (text) => `${text}delivery: { unsubscribe: { link: "https://www.example.org/unsubscribe?r={token}" } }\n`,
  );
  return project;
}

export const now = '2027-03-22T09:00:00Z';

/** Approves and sends the weekly newsletter, by somebody who knows how many people get it. */
export async function send(
  project: Project,
  count: number,
  variables: Readonly<Record<string, string>> = {},
  flags: readonly string[] = [],
) {
  const approved = await project.mailout(['approve', 'weekly', '--by', 'Ada', ...flags], now, variables);
  if (approved.code !== 0) return approved;
  return project.mailout(['send', 'weekly', '--confirm', `weekly ${count}`, ...flags], now, variables);
}
