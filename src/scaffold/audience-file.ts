import { type Setting, settingsFile, settingsText } from './settings.js';

/** Where the people of a new audience are. */
export type NewSource =
  | { readonly kind: 'invented'; readonly count: number }
  | {
      readonly kind: 'csv' | 'xlsx';
      /** A path of the workspace, in audiences/private/. */
      readonly file: string;
      /** The heading of the column with the addresses. */
      readonly email: string;
      /** The heading of the column with first names, if there is one. */
      readonly firstName?: string | undefined;
    };

export type NewAudience = {
  readonly title: string;
  /** Why its people get mail: printed below every edition. */
  readonly why: string;
  readonly source: NewSource;
};

/** audiences/<id>.yaml for a new audience. */
export function audienceFile({ title, why, source }: NewAudience): string {
  const isInvented = source.kind === 'invented';
  const count = isInvented ? source.count : undefined;
  const settings: readonly Setting[] = [
    { name: 'title', value: title },
    { name: 'why', comment: 'Why they get it. It stands below every mail.', value: why },
    {
      name: 'basis',
      comment:
        'The lawful basis on which they are written to. They agreed to it; another is told of in docs/audiences.md.\nAsk your data protection officer before you change it.',
      value: 'consent',
    },
    {
      name: 'source',
      ...(isInvented && { comment: invented }),
      value: isInvented ? { kind: 'invented', count: source.count, seed: 1 } : { kind: source.kind, file: source.file },
    },
    ...(isInvented
      ? []
      : [
          {
            name: 'columns',
            comment: 'What is in which column of the file, by its heading.',
            value: {
              email: source.email,
              ...(source.firstName !== undefined && { fields: { first_name: source.firstName } }),
            },
          },
        ]),
    count === undefined
      ? {
          name: 'size',
          comment:
            'Say how many there are, more or less, so that the wrong file is noticed:\nsize: { from: 180, until: 320 }',
        }
      : {
          name: 'size',
          comment: 'Fewer or more than this is probably the wrong file, so nobody is written to.',
          value: { from: Math.floor(count * 0.8), until: Math.ceil(count * 1.2) },
        },
    {
      name: 'fields',
      comment:
        'What can be said to each reader: [[first_name|friend]] in a text, with what stands for it where it is missing.',
      value: [{ name: 'first_name', fallback: 'friend' }],
    },
  ];
  return settingsFile('../.mailout/schemas/audience.json', settings);
}

const invented = `These people are invented, so that everything can be tried. For real ones, save an export in audiences/private/, which
git ignores, and write instead:
${settingsText([
  { name: 'source', value: { kind: 'csv', file: 'audiences/private/members.csv' } },
  { name: 'columns', value: { email: 'Email address', fields: { first_name: 'Forename' } } },
]).trimEnd()}
“mailout new audience” asks for it all and reads the headings of your file.`;
