import type { Nation, Term } from '../model/cadence.js';
import { type Setting, settingsFile } from './settings.js';

export const organisationKinds = ['union', 'district', 'branch', 'region'] as const;
/** Who makes newsletters with mailout. */
export type OrganisationKind = (typeof organisationKinds)[number];

export type NewOrganisation = {
  readonly name: string;
  /** Lines of the postal address, which the law wants below every mail. */
  readonly address: readonly string[];
  readonly contact: string;
  readonly web?: string | undefined;
  readonly nation: Nation;
  readonly terms: readonly Term[];
};

/** mailout.yaml of a new workspace. */
export function organisationFile({ name, address, contact, web, nation, terms }: NewOrganisation): string {
  const site = web?.replace(/\/$/, '');
  const settings: readonly Setting[] = [
    { name: 'name', value: name },
    { name: 'address', comment: 'Below every mail, as the law wants it.', value: address },
    { name: 'contact', value: contact },
    { name: 'web', value: site, ...(site === undefined && { comment: 'web: https://www.your-website.org' }) },
    {
      name: 'privacy',
      value: site && `${site}/privacy`,
      comment: `What you do with people’s details: a page of your website.${site ? '' : '\nprivacy: https://www.your-website.org/privacy'}`,
    },
    { name: 'lang', value: 'en-GB' },
    { name: 'zone', value: 'Europe/London' },
    { name: 'nation', comment: 'Whose bank holidays count.', value: nation },
    {
      name: 'terms',
      comment: 'Usual dates, to begin with. Put in those of your council; both days are school days.',
      value: terms.map(({ halfTerm, ...term }) => ({ ...term, ...(halfTerm && { 'half-term': halfTerm }) })),
    },
    {
      name: 'campaigns',
      comment: 'The causes that items belong to. A colour must stay readable as small type on white.',
      value: [{ id: 'solidarity', title: 'International solidarity', colour: '#1B6B3A' }],
    },
    {
      name: 'delivery',
      comment:
        'Where readers unsubscribe. {token} becomes something that is different for each reader and means nothing to others.\nBefore you write to real people, make such a page, or have a group of SendGrid’s do it: docs/delivery.md.',
      value: {
        unsubscribe: {
          link: `${site ?? 'https://www.example.org'}/unsubscribe?reader={token}`,
          mailto: `mailto:${contact}`,
        },
      },
    },
  ];
  return settingsFile('./.mailout/schemas/organisation.json', settings);
}
