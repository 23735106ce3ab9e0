import type { RuleLevel, RuleLevels } from '../model/allowance.js';
import type { Severity } from '../model/finding.js';
import type { Organisation } from '../model/organisation.js';
import type { Publication } from '../model/publication.js';

const rank: Record<RuleLevel, number> = { off: 0, info: 1, warning: 2, error: 3 };

/**
 * How severe a complaint is: as the publications say that it concerns, or as the organisation says for all of them, or as
 * usual. What goes to several publications is held to the strictest.
 */
export function levelOf(
  rule: string,
  usual: Severity,
  publications: readonly Pick<Publication, 'rules'>[],
  organisation: Pick<Organisation, 'rules'>,
): RuleLevel {
  const levelIn = (rules: RuleLevels) => rules[rule] ?? organisation.rules[rule] ?? usual;
  if (publications.length === 0) return levelIn({});
  return publications
    .map(({ rules }) => levelIn(rules))
    .reduce((strictest, level) => (rank[level] > rank[strictest] ? level : strictest));
}
