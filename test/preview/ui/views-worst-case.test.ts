import { describe, expect, it } from 'vitest';
import type { ShownEdition, ShownIssue, ShownPersona } from '../../../src/model/workbench.js';
import { worstCase } from '../../../src/preview/ui/reader/views/worst-case.js';
import { issue } from '../../fakes/workbench.js';

const england: ShownEdition = {
  id: 'england',
  readers: 'England',
  lang: 'en-GB',
  subject: 'Olives',
  preheader: 'And more',
  digest: 'abc',
  bytes: 20_000,
  mostBytes: 80_000,
};
const wales: ShownEdition = { ...england, id: 'wales', readers: 'Wales' };

describe('the worst case of an issue', () => {
  it.each<{
    readonly is: string;
    readonly editions: readonly ShownEdition[];
    readonly personas?: readonly ShownPersona[];
    readonly edition: string;
    readonly persona?: string;
    readonly why: string;
  }>([
    {
      is: 'any edition where they are alike',
      editions: [england, wales],
      edition: 'england',
      why: 'The editions are alike, so any of them will do.',
    },
    {
      is: 'the largest edition',
      editions: [england, { ...wales, bytes: 20_001 }],
      edition: 'wales',
      why: 'This edition is the largest.',
    },
    {
      is: 'the edition with the longest subject, by letters and not by how they are stored',
      editions: [
        { ...england, subject: 'e\u0301e\u0301e\u0301' },
        { ...wales, subject: 'four' },
      ],
      edition: 'wales',
      why: 'This edition has the longest subject.',
    },
    {
      is: 'an edition that has almost reached its size, rather than one with a long subject',
      editions: [
        { ...england, subject: 'Olives and much else' },
        { ...wales, bytes: 19_000, mostBytes: 20_000 },
      ],
      edition: 'wales',
      why: 'This edition is almost as large as its newsletter allows.',
    },
    {
      is: 'an edition that is too large',
      editions: [england, { ...wales, bytes: 80_001 }],
      edition: 'wales',
      why: 'This edition is larger than its newsletter wants. This edition is the largest.',
    },
    {
      is: 'a word that fits nowhere',
      editions: [england, { ...wales, preheader: 'Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch' }],
      edition: 'wales',
      why: '“Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch” is too long to fit on a phone beside anything.',
    },
    {
      is: 'what runs from right to left',
      editions: [
        { ...england, bytes: 80_001 },
        { ...wales, lang: 'ar-SY' },
      ],
      edition: 'wales',
      why: 'This edition runs from right to left.',
    },
    {
      is: 'the persona whose values are long',
      editions: [england, { ...wales, bytes: 20_001 }],
      personas: [persona('anna', 'A member in Wales', 'wales'), persona('longest-name', 'Wilhelmina', 'england')],
      edition: 'england',
      persona: 'longest-name',
      why: 'Wilhelmina: what is filled in is long.',
    },
    {
      is: 'the persona whose name runs the other way, in the largest edition',
      editions: [england, { ...wales, bytes: 20_001 }],
      personas: [persona('rim', 'Rim', 'wales', 'Her name is Arabic.'), persona('anna', 'Anna', 'wales')],
      edition: 'wales',
      persona: 'rim',
      why: 'Rim: what is filled in runs from right to left. This edition is the largest.',
    },
    {
      is: 'the persona of whom something is not known',
      editions: [england],
      personas: [persona('anna', 'Anna', 'england'), persona('no-first-name', 'Somebody', 'england')],
      edition: 'england',
      persona: 'no-first-name',
      why: 'Somebody: something is not known, and other words stand in for it.',
    },
    {
      is: 'never a persona who does not get the issue',
      editions: [england],
      personas: [persona('longest-name', 'Wilhelmina', undefined)],
      edition: 'england',
      why: 'The editions are alike, so any of them will do.',
    },
    {
      is: 'not a persona who has been a member for long',
      editions: [england],
      personas: [persona('anna', 'Anna', 'england', 'A member for a long time.')],
      edition: 'england',
      why: 'The editions are alike, so any of them will do.',
    },
  ])('is $is', ({ editions, personas = [], edition, persona, why }) => {
    expect(worstCase(withEditions(editions), personas)).toEqual({ edition, ...(persona && { persona }), why });
  });

  it('is nothing where there are no editions', () => {
    expect(worstCase(withEditions([]), [])).toBeUndefined();
  });
});

function withEditions(editions: readonly ShownEdition[]): ShownIssue {
  return { ...issue, editions };
}

function persona(id: string, title: string, edition: string | undefined, about?: string): ShownPersona {
  return { id, title, editions: edition === undefined ? {} : { [issue.key]: edition }, ...(about && { about }) };
}
