import fc from 'fast-check';
import { expect, it } from 'vitest';
import { copyOf } from '../harness/project.js';

/** What pastes, merges and half-finished edits leave in a file. */
const damage = fc.oneof(
  fc.record({ kind: fc.constant('delete' as const), length: fc.integer({ min: 1, max: 40 }) }),
  fc.record({
    kind: fc.constant('insert' as const),
    text: fc.oneof(
      fc.string({ unit: 'binary', maxLength: 12 }),
      fc.constantFrom(
        '{{',
        '}}',
        '{{#each items}}',
        '{{> item}}',
        '---\n',
        '<mj-text>',
        '</mj-section>',
        '<b>',
        '[[',
        '"',
        "'",
        ': ',
        '- ',
        '\t',
        '\n\n',
        '&a ',
        '*a',
        '> '.repeat(30),
        '\u0000',
        '\uFEFF',
        '<<<<<<< HEAD\n',
        '|',
        '>-',
        '#',
        '%',
        '{',
        '[',
      ),
    ),
  }),
  fc.record({ kind: fc.constant('twice' as const), length: fc.integer({ min: 1, max: 200 }) }),
);

const files = [
  'mailout.yaml',
  'audiences/pickers.yaml',
  'issues/weekly/publication.yaml',
  'issues/items/fair-pay-petition.md',
  'issues/items/pruning-day.md',
  'templates/plain/body.mjml',
  'templates/plain/item.mjml',
  'issues/weekly/2027-03-22/issue.md',
  'issues/translations/cy/fair-pay-petition.md',
];

/** The newsletter with an issue.md and a Welsh edition. */
function inTwo() {
  const project = copyOf('newsletter');
  project.edit('mailout.yaml', (text) => `${text}  languages: [en, cy]\n`);
  project.edit('audiences/pickers.yaml', (text) => `${text}  languages: [en, cy]\n`);
  project.edit(
    'issues/weekly/publication.yaml',
    (text) => `${text}translations: { cy: { title: Yr Wythnosol } }\nsize: { limit: 60, shorten: [news] }\n`,
  );
  project.write(
    'issues/weekly/2027-03-22/issue.md',
    '---\nsubject: A week of apples\npinned: [pruning-day]\ntranslations: { cy: { subject: Wythnos o afalau } }\n---\nHello [[first_name]].\n',
  );
  project.write(
    'issues/translations/cy/fair-pay-petition.md',
    '---\ntitle: Cyflog teg\nactions: [{ label: Llofnodi }]\n---\nGofynnwch [[first_name]].\n',
  );
  return project;
}

it('whatever happens to a file, the build ends in an issue or in words with a place', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(fc.constantFrom(...files), fc.nat(2000), damage), { minLength: 1, maxLength: 3 }),
      async (strokes) => {
        const project = inTwo();
        for (const [file, offset, stroke] of strokes) {
          project.edit(file, (text) => {
            const at = offset % (text.length + 1);
            if (stroke.kind === 'insert') return text.slice(0, at) + stroke.text + text.slice(at);
            const end = at + stroke.length;
            return stroke.kind === 'delete'
              ? text.slice(0, at) + text.slice(end)
              : text.slice(0, end) + text.slice(at, end) + text.slice(end);
          });
        }
        const { code, err } = await project.mailout('build --date 2027-03-22');
        expect([0, 1, 2]).toContain(code);
        if (code === 0) expect(project.exists('out/weekly/2027-03-22/manifest.json')).toBe(true);
        else expect(err).toMatch(/\S:\d+:\d+|Stopped:|There is no publication/);
        expect(err).not.toMatch(/\n\s+at \S+ \(/);
      },
    ),
    { numRuns: 250 },
  );
});
