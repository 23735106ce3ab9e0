import { describe, expect, it } from 'vitest';
import { readItem } from '../../src/content/read-item.js';
import { told } from './told.js';

const read = (settings: string) =>
  readItem({
    path: 'issues/items/yemen.md',
    text: `---\ntitle: Yemen\nkind: news\npublications: []\n${settings}\n---\nText.\n`,
  });
const action = (file: string) =>
  `actions: [{ do: download, label: Get it, url: https://x.example.org, file: ${file} }]`;

describe('a linked file', () => {
  it.each([
    ['{ type: pdf }', { type: 'pdf' }],
    ['{ type: pdf, size: 1.2 MB }', { type: 'pdf', size: 1_200_000 }],
    ['{ type: docx, size: 850 KB }', { type: 'docx', size: 850_000 }],
    ['{ type: mp4, size: 0.5MB }', { type: 'mp4', size: 500_000 }],
    ['{ type: zip, size: 1.234 kb }', { type: 'zip', size: 1234 }],
  ])('is read: %s', (file, expected) => {
    const { value, findings } = read(action(file));
    expect(told(findings)).toEqual([]);
    expect(value?.actions[0]?.file).toEqual(expected);
  });

  it.each([
    ['{ type: PDF }', '5:84 “PDF” cannot stand for “type”. Did you mean “pdf”?'],
    ['{ size: 1 MB }', '5:70 “type” is missing here. Write a line “type: …”.'],
    ...['1.2', '1,2 MB', '0 KB', '1 GB', '-1 MB', '12345 MB', 'big'].map((size): [string, string] => [
      `{ type: pdf, size: "${size}" }`,
      '5:95 This is not the size of a file. Write it like 850 KB or 1.2 MB.',
    ]),
  ])('%s is a finding', (file, finding) => {
    expect(told(read(action(file)).findings)).toEqual([finding]);
  });
});

describe('a picture', () => {
  it.each([
    'a.jpg',
    'issues/images/cuba.jpg',
    'issues/images/2021-03/Cuba_1.v2.JPEG',
    'x/y.png',
    'x/y.gif',
    'x/y.webp',
    'x/y.svg',
    'x/Y.Png',
  ])('of the workspace is read: %s', (src) => {
    expect(read(`image: { src: ${src}, alt: A well }`)).toMatchObject({ value: { image: { src } }, findings: [] });
  });

  it.each(['https://x.example.org/a.jpg', 'HTTP://x.example.org/a.jpg', '//x.example.org/a.jpg'])(
    'on the web is not: %s',
    (src) => {
      expect(told(read(`image: { src: "${src}", alt: A well }`).findings)).toEqual([
        '5:15 This picture is on the web, where it can change or go. Save it in issues/images/ and write its path, like issues/images/cuba.jpg.',
      ]);
    },
  );

  it.each([
    '/etc/a.jpg',
    '../a.jpg',
    'a/../../b.jpg',
    './a.jpg',
    'a//b.jpg',
    'a/.hidden.jpg',
    'a b.jpg',
    'a\\\\b.jpg',
    'é.jpg',
    'a.pdf',
    'jpg',
    '.jpg',
    'a.jpg?size=2',
    'data:image/png;base64,x.png',
    'file:///a.jpg',
    'a.jpg\\n',
  ])('cannot be at %s', (src) => {
    const [finding, ...more] = told(read(`image: { src: "${src}", alt: A well }`).findings);
    expect(finding).toMatch(/^5:15 This is not the path of a picture\. Write it .*, like issues\/images\/cuba\.jpg\.$/);
    expect(more).toEqual([]);
  });
});

describe('what to ask, and words to copy', () => {
  const paragraphs = 'Dear friends,\n\nPlease vote for this.\n\nYours';

  it.each([
    ['as typed after “|”', 'wording: |\n  Dear friends,\n\n  Please vote for this.\n\n\n  Yours'],
    ['folded after “>-”', 'wording: >-\n  Dear friends,\n\n  Please vote\n  for this.\n\n\n  Yours'],
    ['below the name alone', 'wording:\n  Dear friends,\n\n  Please vote\n  for this.\n\n  Yours'],
    ['in quotation marks', 'wording: "Dear friends,\n\n  Please vote for this.\\n\\nYours"'],
  ])('are paragraphs with an empty line between them: %s', (_, settings) => {
    const { value, findings } = read(settings);
    expect(told(findings)).toEqual([]);
    expect(value?.wording).toBe(paragraphs);
  });

  it('keep the lines of an address or a verse after “|”', () => {
    expect(read('wording: |\n  Lantern House\n  London\n \n  Yours').value?.wording).toBe(
      'Lantern House\nLondon\n\nYours',
    );
  });

  it('may differ by newsletter', () => {
    const { value } = read(
      'ask: Ask them.\nversions:\n  e-bulletin:\n    ask: Ask us.\n    wording: >\n      One\n\n      Two',
    );
    expect(value?.ask).toBe('Ask them.');
    expect(value?.versions['e-bulletin']).toEqual({ ask: 'Ask us.', wording: 'One\n\nTwo' });
  });
});

it('the full text of a statement has a link', () => {
  const { value } = read('statement: { signatories: [{ name: Jo }], url: https://x.example.org/full }');
  expect(value?.statement).toEqual({ signatories: [{ name: 'Jo' }], url: 'https://x.example.org/full' });
  expect(told(read('statement: { signatories: [{ name: Jo }], url: /full }').findings)).toEqual([
    '5:48 This is not a link that readers can open. Write it in full, beginning with https:// or mailto:.',
  ]);
});

it.each([
  [
    'translations: { cy: items/cy/yemen.md }',
    'Write a translation in a file of its own: issues/translations/<language>/<id of the item>.md.',
  ],
  ['body: Words', 'Write the text below the second “---”.'],
  ['toString: x', 'There is: '],
  ['wordings: x', 'Did you mean “wording”?'],
])('an editor who writes “%s” is told what to do instead', (settings, fix) => {
  const [finding, ...more] = told(read(settings).findings);
  expect(finding).toMatch(/^5:1 There is no setting called “\w+” here\. /);
  expect(finding).toContain(fix);
  expect(more).toEqual([]);
});

describe('a comma in curly brackets', () => {
  it.each([
    'updates: [{ on: 2027-03-09, text: We raised £12,000 that it needed. }]',
    'partner: { name: Lantern, Havana }',
  ])('is told for what it is: %s', (settings) => {
    const [finding, ...others] = read(settings).findings;
    expect(others).toEqual([]);
    expect(finding?.words).toBe('In curly brackets a comma ends a value, and what follows is taken for a setting.');
    expect(finding?.fix).toContain('in quotes');
  });
});
