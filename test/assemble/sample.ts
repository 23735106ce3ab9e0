import { type Assembled, type AssembleInput, assemble } from '../../src/assemble/assemble.js';
import { english } from '../../src/language/english.js';
import type { Choices } from '../../src/model/issue.js';
import type { Item } from '../../src/model/item.js';
import type { Organisation } from '../../src/model/organisation.js';
import { usualApproval, usualDelivery } from '../../src/model/organisation.js';
import type { Publication, Section } from '../../src/model/publication.js';

const source = { file: 'test.md', at: {} };

export const organisation: Organisation = {
  source,
  name: 'Our Union',
  address: [],
  contact: 'team@example.org',
  lang: 'en',
  zone: 'Europe/London',
  nation: 'england-and-wales',
  region: 'global',
  delivery: usualDelivery,
  approval: usualApproval,
  rules: {},
  keepRosters: 90,
  terms: [],
  campaigns: [],
  facets: {},
};

export function section(id: string, parts: Partial<Section> = {}): Section {
  return { id, title: id, takes: {}, length: 'full', ...parts };
}

export function publication(parts: Partial<Publication> = {}): Publication {
  return {
    id: 'weekly',
    source,
    title: 'The Weekly',
    channel: 'email',
    audience: 'officers',
    template: 'digest',
    marketing: true,
    sender: { name: 'Team', address: 'team@example.org' },
    cadence: { every: 'week', on: 'monday', at: '07:00', inHolidays: 'publish', onBankHoliday: 'next-working-day' },
    sections: [section('all')],
    subject: '{title}: {lead}',
    preheader: '{second}',
    size: { limit: 80, shorten: [] },
    translations: {},
    approvers: [],
    rules: {},
    ...parts,
  };
}

export function choices(date: string, parts: Partial<Choices> = {}): Choices {
  return {
    source: { file: `issues/weekly/${date}/issue.md`, at: {} },
    publication: 'weekly',
    date,
    translations: {},
    pinned: [],
    leaveOut: [],
    allow: [],
    order: [],
    sections: {},
    ...parts,
  };
}

/** Assembles the issue of Monday 22 March 2021, at seven. Editors read dates as they are written in files. */
export function run(items: readonly Item[], parts: Partial<AssembleInput> = {}): Assembled {
  return assemble({
    organisation,
    publication: publication(),
    audience: {
      id: 'officers',
      source,
      title: 'Officers',
      environment: 'test',
      columns: { email: 'email', fields: [], facets: {} },
      change: 20,
      why: 'you asked',
      translations: {},
      fields: [],
      facets: { nations: ['england', 'wales'] },
    },
    slot: { date: '2021-03-22', sendsAt: '2021-03-22T07:00', period: { is: 'day', date: '2021-03-22' } },
    items,
    choices: [],
    language: english,
    dates: { date: (date) => date, moment: (time) => time },
    ...parts,
  });
}

/** The items of each section: "actions: yemen cuba". */
export function order({ issue }: Assembled): string[] {
  return issue.sections.map((one) => `${one.section.id}: ${one.items.map(({ item }) => item.id).join(' ')}`);
}
