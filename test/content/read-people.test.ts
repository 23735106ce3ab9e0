import { describe, expect, it } from 'vitest';
import { readPersonas, readTesters } from '../../src/content/read-people.js';
import { told } from './told.js';

const personas = (text: string) => readPersonas({ path: 'audiences/personas.yaml', text });
const testers = (text: string) => readTesters({ path: 'audiences/testers.yaml', text });

describe('personas', () => {
  it('have a title, and as many fields and facets as their story needs', () => {
    const { value, findings } = personas(
      'personas:\n  - { id: jo, title: Jo in London, fields: { first_name: Jo }, facets: { regions: london } }\n  - { id: al, title: Al }\n',
    );
    expect(findings).toEqual([]);
    expect(value).toMatchObject([
      { id: 'jo', index: 0, title: 'Jo in London', fields: { first_name: 'Jo' }, facets: { regions: 'london' } },
      { id: 'al', index: 1, fields: {}, facets: {} },
    ]);
  });

  it('have an id each', () => {
    expect(told(personas('personas:\n  - { id: jo, title: A }\n  - { id: jo, title: B }\n').findings)).toEqual([
      '3:11 This id is in the list already. Keep one of the two.',
    ]);
  });
});

describe('testers', () => {
  it('have a name and an address', () => {
    expect(testers('testers:\n  - { name: Proofs, address: proofs@example.org, persona: jo }\n').value).toMatchObject([
      { name: 'Proofs', address: 'proofs@example.org', persona: 'jo', index: 0 },
    ]);
  });

  it('are in the list once, whatever the capitals, and are not named in what is said of it', () => {
    const { findings } = testers(
      'testers:\n  - { name: A, address: a@example.org }\n  - { name: B, address: A@example.org }\n',
    );
    expect(told(findings)).toEqual(['3:25 This address is in the list already. Keep one of the two.']);
  });

  it('need an address at which mail can arrive', () => {
    expect(told(testers('testers:\n  - { name: A, address: nobody }\n').findings)).toEqual([
      '2:25 This is not an email address.',
    ]);
  });
});
