import { describe, expect, it } from 'vitest';
import { readItem } from '../../src/content/read-item.js';
import { type Content, checkReferences } from '../../src/content/references.js';
import type { Finding } from '../../src/model/finding.js';

/** An item with every way of writing YAML that editors use. */
const lines = `---
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
actions:
  - do: sign
    label: Sign the petition
    url: https://www.example.org/yemen
statement:
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
`.split('\n');

const closing = lines.lastIndexOf('---');
const source = lines.join('\n');

function findingsFor(text: string): readonly Finding[] {
  const { value, findings } = readItem({ path: 'issues/items/yemen.md', text });
  if (!value) return findings;
  return [...findings, ...checkReferences({ ...emptyContent, items: [value] }, known)];
}

const known = { publications: ['monday-morning-mail-out', 'e-bulletin'], audiences: [], designs: [] };
const emptyContent: Content = {
  organisation: {
    source: { file: 'mailout.yaml', at: {} },
    name: 'Our Union',
    address: [],
    contact: 'international@example.org',
    lang: 'en',
    zone: 'Europe/London',
    nation: 'england-and-wales',
    terms: [],
    campaigns: [{ id: 'human-rights', title: 'Human rights' }],
    facets: { nations: ['england', 'wales'] },
  },
  publications: [],
  items: [],
  choices: [],
  audiences: [],
};

describe('deleting one character of an item’s settings', () => {
  it('is not needed for complaints: the item as written has none', () => {
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
