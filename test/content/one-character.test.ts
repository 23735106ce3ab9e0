import { describe, expect, it } from 'vitest';
import { readItem } from '../../src/content/read-item.js';
import { readTranslation } from '../../src/content/read-translation.js';
import { type Content, checkReferences } from '../../src/content/references.js';
import type { Finding } from '../../src/model/finding.js';
import { usualApproval, usualDelivery } from '../../src/model/organisation.js';

/** An item with every way of writing YAML that editors use. */
const item = `---
# yaml-language-server: $schema=../../.mailout/schemas/item.json
title: Protect UK aid to Yemen
kind: action
campaign: human-rights
country: YE
publications: [monday-morning-mail-out, e-bulletin]
runs: { from: 2021-03-08, until: 2021-03-29 }
repeat: false
deadline: 2021-03-26T17:00
readers:
  nations: [england, wales]
summary: >-
  Aid to Yemen has been cut in the middle of a famine, and
  members can still ask for it back.
ask: Ask your district to donate
wording: |
  Dear friends,

  This district resolves to donate.
actions:
  - do: sign
    label: Sign the petition
    url: https://www.example.org/yemen
  - do: download
    label: Get the briefing
    url: https://www.example.org/yemen.pdf
    file: { type: pdf, size: 1.2 MB }
image: { src: issues/images/yemen-well.jpg, alt: A well }
statement:
  url: https://www.example.org/statement
  excerpt: "Our view: aid saves lives"
  signatories:
    - { name: Jo Bloggs, role: General Secretary, organisation: Our Union }
partner:
  name: 'Relief Alliance'
versions:
  e-bulletin:
    title: Ask members to sign for Yemen
    body: |
      Please ask your members to sign.
updates:
  - on: 2021-02-23
    text: The motion passed.
---
Aid to Yemen has been cut.
`;

const translation = `---
# yaml-language-server: $schema=../../../.mailout/schemas/translation.json
of: 1a2b3c4d
title: Gwarchodwch gymorth i Yemen
summary: >-
  Mae cymorth i Yemen wedi ei dorri, a
  gallwn ofyn amdano yn ei ôl.
ask: "Gofynnwch: beth amdani?"
wording: |
  Annwyl gyfeillion,

  Os gwelwch yn dda.
actions:
  - label: Llofnodwch y ddeiseb
    url: https://www.example.org/cy/yemen
  - { label: Mwy }
statement:
  excerpt: 'Mae cymorth yn achub bywydau'
image: { alt: Ffynnon }
updates:
  - Pasiwyd y cynnig.
---
Mae cymorth i Yemen wedi ei dorri.
`;

const known = {
  publications: ['monday-morning-mail-out', 'e-bulletin'],
  items: [],
  audiences: [],
  designs: [],
};
const emptyContent: Content = {
  organisation: {
    source: { file: 'mailout.yaml', at: {} },
    name: 'Our Union',
    address: [],
    contact: 'international@example.org',
    lang: 'en',
    zone: 'Europe/London',
    nation: 'england-and-wales',
    region: 'global',
    delivery: usualDelivery,
    approval: usualApproval,
    rules: {},
    keepRosters: 90,
    terms: [],
    campaigns: [{ id: 'human-rights', title: 'Human rights' }],
    facets: { nations: ['england', 'wales'] },
  },
  publications: [],
  items: [],
  translations: [],
  choices: [],
  personas: [],
  testers: [],
  audiences: [],
};

function findingsForItem(text: string): readonly Finding[] {
  const { value, findings } = readItem({ path: 'issues/items/yemen.md', text });
  if (!value) return findings;
  return [...findings, ...checkReferences({ ...emptyContent, items: [value] }, known)];
}

function findingsForTranslation(text: string): readonly Finding[] {
  return readTranslation('cy', 'yemen', { path: 'issues/translations/cy/yemen.md', text }).findings;
}

describe.each([
  ['an item', item, findingsForItem],
  ['a translation', translation, findingsForTranslation],
])('deleting one character of the settings of %s', (_, source, findingsFor) => {
  const lines = source.split('\n');
  const closing = lines.lastIndexOf('---');

  it('is not needed for complaints: as written it has none', () => {
    expect(findingsFor(source)).toEqual([]);
  });

  it('gives at most one finding, at its own line, and no character is an exception', () => {
    const wrong: string[] = [];
    let offset = 0;
    for (const [index, line] of lines.slice(0, closing).entries()) {
      for (let column = 0; column <= line.length; column += 1) {
        const at = offset + column;
        const findings = findingsFor(source.slice(0, at) + source.slice(at + 1));
        const reported = findings.map(({ place }) => place?.line ?? 0);
        // A missing line break hides a whole setting, and then the complaint is about what misses it.
        const isBreak = column === line.length;
        const isThere = isBreak || reported.every((one) => one === index + 1);
        if (findings.length > 1 || !isThere) {
          wrong.push(
            `line ${index + 1} “${line}” without ${JSON.stringify(source[at])} at ${column + 1}: ${findings.map((one) => `${one.place?.line} ${one.words}`).join(' | ')}`,
          );
        }
      }
      offset += line.length + 1;
    }
    expect(wrong).toEqual([]);
  });
});
