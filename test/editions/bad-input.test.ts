import { describe, expect, it } from 'vitest';
import { copyOf, type Project } from '../harness/project.js';

type Damage = readonly [what: string, damage: (project: Project) => void, rule: string, place: RegExp, code: 0 | 1];

const petition = 'issues/items/fair-pay-petition.md';

/** Adds lines to an item's settings. */
function settings(project: Project, item: string, lines: string): void {
  project.edit(item, (text) => text.replace(/\n---\n/, `\n${lines}\n---\n`));
}

const damages: readonly Damage[] = [
  [
    'a picture without a description',
    (project) => settings(project, petition, 'image: { src: issues/images/orchard.png }'),
    'content/missing-setting',
    /fair-pay-petition\.md:\d+:\d+/,
    1,
  ],
  [
    'a picture with an empty description',
    (project) => settings(project, petition, 'image: { src: issues/images/orchard.png, alt: "" }'),
    'content/bad-value',
    /fair-pay-petition\.md:\d+:\d+/,
    1,
  ],
  [
    'a picture that is not there',
    (project) => settings(project, petition, 'image: { src: issues/images/orchard.png, alt: An orchard }'),
    'picture/missing',
    /fair-pay-petition\.md:\d+:\d+/,
    1,
  ],
  [
    'a picture that is none',
    (project) => {
      project.write('issues/images/orchard.png', '<html>Not found</html>');
      settings(project, petition, 'image: { src: issues/images/orchard.png, alt: An orchard }');
    },
    'picture/not-a-picture',
    /fair-pay-petition\.md:\d+:\d+/,
    1,
  ],
  [
    'a merge tag that is none of the audience’s',
    (project) => project.edit(petition, (text) => `${text}\nDear [[frist_name|friend]].\n`),
    'render/unknown-merge-tag',
    /fair-pay-petition\.md:\d+:\d+/,
    0,
  ],
  [
    'a statement that nobody has signed',
    (project) => project.edit(petition, (text) => text.replace('kind: action', 'kind: statement')),
    'content/contradiction',
    /fair-pay-petition\.md:\d+:\d+/,
    1,
  ],
  [
    'an event that is over before the issue goes out, and that the editor wants in it',
    (project) => {
      project.edit('issues/items/pruning-day.md', (text) =>
        text.replace(/starts: [^,\s}]+/, 'starts: 2027-03-01T10:00'),
      );
      project.edit('issues/items/pruning-day.md', (text) => text.replace(/ends: [^,\s}]+/, 'ends: 2027-03-01T16:00'));
      project.write('issues/weekly/2027-03-22/issue.md', '---\npinned: [pruning-day]\n---\n');
    },
    'assemble/over',
    /2027-03-22\/issue\.md:2:\d+/,
    1,
  ],
  [
    'a subject that no inbox shows',
    (project) =>
      project.write('issues/weekly/2027-03-22/issue.md', `---\nsubject: ${'Apples and pears '.repeat(12)}\n---\n`),
    'render/long-subject',
    /2027-03-22\/issue\.md:2:\d+/,
    1,
  ],
  [
    'a link that runs a script',
    (project) => project.edit(petition, (text) => text.replace(/url: \S+/, 'url: "javascript:alert(1)"')),
    'content/bad-value',
    /fair-pay-petition\.md:\d+:\d+/,
    1,
  ],
  [
    'a link in the text that runs a script',
    (project) => project.edit(petition, (text) => `${text}\n[Sign](javascript:alert%281%29)\n`),
    'content/link',
    /fair-pay-petition\.md:\d+:\d+/,
    1,
  ],
  [
    'a design without the link to unsubscribe',
    (project) =>
      project.edit('templates/plain/body.mjml', (text) =>
        text.replaceAll('{{unsubscribe}}', 'https://www.example.org'),
      ),
    'template/no-unsubscribe',
    /templates\/plain\/body\.mjml:1:1/,
    1,
  ],
];

describe('what must not go out', () => {
  it.each(damages)('%s is told at its place', async (_, damage, rule, place, code) => {
    const project = copyOf('newsletter');
    damage(project);
    const run = await project.mailout('build --date 2027-03-22 --json');
    const { findings } = JSON.parse(run.out) as { readonly findings: readonly Found[] };
    const found = findings.filter((finding) => finding.rule === rule);
    expect(found.map(placeInWords).join(), JSON.stringify(findings)).toMatch(place);
    expect(run.code).toBe(code);
    expect(project.exists('out/weekly/2027-03-22')).toBe(code === 0);
  });
});

type Found = {
  readonly rule: string;
  readonly place: { readonly file: string; readonly line: number; readonly column: number };
};

function placeInWords({ place }: Found): string {
  return `${place.file}:${place.line}:${place.column}`;
}
