import type { Finding } from '../model/finding.js';
import type { Organisation } from '../model/organisation.js';
import { placeOf } from '../model/place.js';
import type { TextFile } from '../model/text-file.js';
import { present, type Reading } from './reading.js';
import { type OrganisationShape, organisationShape } from './schema/organisation.js';
import { readSettings } from './settings.js';

/** Reads mailout.yaml. */
export function readOrganisation(file: TextFile): Reading<Organisation> {
  const settings = readSettings(file, organisationShape);
  if (!settings.value) return { findings: settings.findings };
  const organisation = toOrganisation(settings.value, settings.yaml.source);
  return { value: organisation, findings: termFindings(organisation) };
}

function toOrganisation(shape: OrganisationShape, source: Organisation['source']): Organisation {
  const { terms = [], campaigns = [], facets = {}, lang = 'en', delivery, retention, ...rest } = shape;
  return {
    ...present(rest),
    source,
    lang,
    terms: terms.map(({ 'half-term': halfTerm, ...term }) => present({ ...term, halfTerm })),
    campaigns: campaigns.map(present),
    facets: present(facets),
    region: delivery?.sendgrid?.region ?? 'global',
    keepRosters: retention?.rosters ?? 730,
  } as Organisation;
}

function termFindings(organisation: Organisation): Finding[] {
  const findings: Finding[] = [];
  const say = (path: string, words: string, fix: string) =>
    findings.push({ rule: 'content/terms', severity: 'error', place: placeOf(organisation.source, path), words, fix });

  organisation.terms.forEach((term, index) => {
    const before = organisation.terms[index - 1];
    if (term.until < term.from)
      say(`terms.${index}.until`, `${term.name} ends before it begins.`, 'Swap its two dates.');
    if (before && term.from <= before.until) {
      say(
        `terms.${index}.from`,
        `${term.name} begins before ${before.name} is over.`,
        'List the terms in order, without overlap.',
      );
    }
    const half = term.halfTerm;
    if (half && (half.until < half.from || half.from < term.from || half.until > term.until)) {
      say(`terms.${index}.half-term`, `The half-term of ${term.name} does not lie inside it.`, 'Check its dates.');
    }
  });
  return findings;
}
