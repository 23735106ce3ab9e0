import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { isPair, isSeq, parseDocument, visit } from 'yaml';
import { readAudience } from '../../src/content/read-audience.js';
import { readChoices } from '../../src/content/read-choices.js';
import { readItem } from '../../src/content/read-item.js';
import { readOrganisation } from '../../src/content/read-organisation.js';
import { readPublication } from '../../src/content/read-publication.js';
import { readTheme } from '../../src/content/read-theme.js';
import { readTranslation } from '../../src/content/read-translation.js';
import type { Reading } from '../../src/content/reading.js';
import { standardTheme } from '../../src/model/design.js';
import type { TextFile } from '../../src/model/text-file.js';

const item = `title: Protect UK aid to Yemen
kind: action
campaign: human-rights
country: YE
lang: en
publications: [monday-morning-mail-out]
runs: { from: 2021-03-08, until: 2021-03-29 }
repeat: false
draft: false
deadline: 2021-03-26T17:00
priority: urgent
readers: { nations: [england, wales] }
summary: Aid to Yemen has been cut.
ask: Ask your district to donate.
wording: This district resolves to donate.
actions: [{ do: sign, label: Sign the petition, url: https://www.example.org/yemen, deadline: 2021-03-26T17:00, file: { type: pdf, size: 1.2 MB } }]
statement: { excerpt: Aid saves lives, url: https://www.example.org/full, signatories: [{ name: Jo Bloggs, role: General Secretary, organisation: Us }] }
event: { starts: 2021-03-26T17:00, ends: 2021-03-26T18:00, zone: Europe/London, place: Leeds, online: https://x.example.org }
image: { src: a.jpg, alt: A well, credit: Us }
partner: { name: Relief Alliance, url: https://www.example.org, licence: CC BY }
versions: { e-bulletin: { title: Ask, summary: Ask them, ask: Ask, wording: Words, body: Please ask., actions: [{ do: sign, label: Sign, url: https://www.example.org/y }] } }
updates: [{ on: 2021-02-23, text: The motion passed. }]
outcome: { status: won, on: 2021-03-20, text: It is restored. }
`;
const translation = `of: 1a2b3c4d
title: Gwarchodwch gymorth i Yemen
summary: Crynodeb.
ask: Gofynnwch.
wording: Geiriau.
actions: [{ label: Llofnodwch, url: https://www.example.org/cy/yemen }]
statement: { excerpt: Dyfyniad. }
event: { place: Caerdydd }
image: { alt: Ffynnon }
outcome: Enillwyd.
updates: [Pasiwyd y cynnig.]
`;
const choices = `lang: en
subject: A week
preheader: And more
items: [one, two]
pinned: [one]
leave-out: [three]
order: [two]
sections: { news: { title: News, limit: 2, length: full, items: [one] } }
translations: { cy: { subject: Wythnos, preheader: A mwy, intro: Bore da. } }
`;
const audience = `title: Members
why: You are a member.
template: weekly-digest
translations: { cy: { why: Rydych yn aelod. } }
fields: [{ name: first_name, fallback: friend }]
facets: { nations: [england], regions: [london], roles: [iso], languages: [en, cy, zh-Hant] }
`;
const theme = `type: { text: "Georgia, 'Times New Roman', serif", headings: Arial, size: 17 }
logo: { src: templates/logo.png, alt: Our Union, width: 200 }
spacing: 20
corners: 0
colours: { brand: "#4a2378", on-brand: "#ffffff", rule: "#d9d2e0" }
dark: { link: "#d0b2f2" }
`;
const newSettings = `size: { limit: 60, shorten: [news] }
translations: { cy: { title: Y Bwletin, strapline: Geiriau, subject: "{lead}", preheader: "{second}", sections: { news: { title: Newyddion, intro: Byr. } } } }
`;
const fromSample = (file: string) => readFileSync(file, 'utf8');
const inFrontMatter = (yaml: string) => `---\n${yaml.trimEnd()}\n---\nA text.\n`;

const shapes: [name: string, yaml: string, read: (text: string) => Reading<unknown>][] = [
  ['an item', item, (text) => readItem(file('issues/items/yemen.md', inFrontMatter(text)))],
  [
    'a translation',
    translation,
    (text) => readTranslation('cy', 'yemen', file('issues/translations/cy/yemen.md', inFrontMatter(text))),
  ],
  ['an issue', choices, (text) => readChoices('weekly', '2021-03-22', file('issue.md', inFrontMatter(text)))],
  [
    'the organisation',
    fromSample('test/projects/newsletter/mailout.yaml'),
    (text) => readOrganisation(file('mailout.yaml', text)),
  ],
  ['an audience', audience, (text) => readAudience('members', file('members.yaml', text))],
  ['a theme', theme, (text) => readTheme(file('theme.yaml', text), standardTheme)],
  [
    'a publication',
    `${fromSample('issues/e-bulletin/publication.yaml').replace(/^(size|translations):.*\n( .*\n)*/gm, '')}${newSettings}`,
    (text) => readPublication('e-bulletin', file('publication.yaml', text)),
  ],
];

const wrongForms = [
  '{ some: thing }',
  '[one, two]',
  '[[one]]',
  '[{ some: thing }]',
  '{}',
  '[]',
  '""',
  '~',
  'word',
  '-1',
];

function file(path: string, text: string): TextFile {
  return { path, text };
}

/** The text with each of its values, however deep, in each of the forms. */
function* variations(yaml: string): Generator<string> {
  const count = valuesOf(parseDocument(yaml)).length;
  for (let index = 0; index < count; index += 1) {
    for (const form of wrongForms) {
      const document = parseDocument(yaml);
      valuesOf(document)[index]?.(parseDocument(form).contents);
      yield document.toString();
    }
  }
}

type Contents = ReturnType<typeof parseDocument>['contents'];

function valuesOf(document: ReturnType<typeof parseDocument>): ((value: Contents) => void)[] {
  const setters: ((value: Contents) => void)[] = [];
  visit(document, (_, node) => {
    if (isPair(node)) {
      setters.push((value) => {
        node.value = value;
      });
    }
    if (!isSeq(node)) return;
    for (const at of node.items.keys()) {
      setters.push((value) => {
        node.items[at] = value;
      });
    }
  });
  return setters;
}

describe('a value in a wrong form', () => {
  it.each(shapes)('in %s gives findings with a place, never an exception', (_, yaml, read) => {
    expect(read(yaml).findings).toEqual([]);
    for (const text of variations(yaml)) {
      const { value, findings } = read(text);
      expect(value !== undefined || findings.length > 0, text).toBe(true);
      for (const { place, words } of findings) {
        expect(place?.line, text).toBeGreaterThan(0);
        expect(words).not.toMatch(/\[object|undefined|Invalid/);
      }
    }
  });
});
