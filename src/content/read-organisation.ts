import type { ApprovalRule } from '../model/approval.js';
import type { Finding } from '../model/finding.js';
import {
  type ApprovalSettings,
  type DeliverySettings,
  type Organisation,
  usualApproval,
  usualDelivery,
} from '../model/organisation.js';
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
  return { value: organisation, findings: [...termFindings(organisation), ...ruleFindings(organisation)] };
}

function toOrganisation(shape: OrganisationShape, source: Organisation['source']): Organisation {
  const {
    terms = [],
    campaigns = [],
    facets = {},
    lang = 'en',
    delivery,
    approval,
    retention,
    rules,
    imprint,
    ...rest
  } = shape;
  return {
    ...present(rest),
    source,
    lang,
    terms: terms.map(({ 'half-term': halfTerm, ...term }) => present({ ...term, halfTerm })),
    campaigns: campaigns.map(present),
    facets: present(facets),
    region: delivery?.sendgrid?.region ?? 'global',
    delivery: toDelivery(delivery),
    approval: toApproval(approval),
    rules: rules ?? {},
    ...(imprint && { imprint: { words: imprint.words, elections: imprint.elections ?? [] } }),
    keepRosters: retention?.rosters ?? 730,
  } as Organisation;
}

function toDelivery(shape: OrganisationShape['delivery'] = {}): DeliverySettings {
  const { transport, hold, 'hold-above': holdAbove = usualDelivery.holdAbove, unsubscribe } = shape;
  return present({
    transport,
    hold,
    holdAbove,
    canary: { ...usualDelivery.canary, ...present(shape.canary ?? {}) },
    tracking: { ...usualDelivery.tracking, ...present(shape.tracking ?? {}) },
    mostLate: shape['most-late'] ?? usualDelivery.mostLate,
    unsubscribe: unsubscribe && present(unsubscribe),
    listDomain: shape['list-domain'],
  }) as DeliverySettings;
}

function toApproval({ hours, rules }: NonNullable<OrganisationShape['approval']> = {}): ApprovalSettings {
  return {
    hours: hours ?? usualApproval.hours,
    rules:
      rules?.map(
        ({ 'up-to': upTo, 'author-counts': authorCounts = false, approvers }): ApprovalRule => ({
          ...(upTo !== undefined && { upTo }),
          approvers,
          authorCounts,
        }),
      ) ?? usualApproval.rules,
  };
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

/** The first rule that reaches far enough holds, so one behind a larger one would be passed over in silence. */
function ruleFindings({ approval, source }: Organisation): Finding[] {
  return approval.rules.slice(1).flatMap(({ upTo = Number.POSITIVE_INFINITY }, index): Finding[] => {
    if (upTo > (approval.rules[index]?.upTo ?? Number.POSITIVE_INFINITY)) return [];
    return [
      {
        rule: 'content/approval-rules',
        severity: 'error',
        place: placeOf(source, `approval.rules.${index + 1}`),
        words: 'This rule never counts, as one before it is for as many recipients or more.',
        fix: 'List the rules from the smallest “up-to” to the largest, and the one without it last.',
      },
    ];
  });
}
