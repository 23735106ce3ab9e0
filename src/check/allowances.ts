import type { Allowance } from '../model/allowance.js';
import type { Finding } from '../model/finding.js';
import { placeOf, type Source } from '../model/place.js';
import { didYouMean } from '../model/suggest.js';
import type { DateText } from '../model/time.js';

/** The allowances of one file. */
export type AllowingFile = {
  readonly source: Source;
  readonly allow: readonly Allowance[];
  /** Whether a finding is one that this file may speak for, wherever its place is. */
  readonly covers: (finding: Finding) => boolean;
};

/** A finding that an editor stands by. */
export type AllowedFinding = { readonly finding: Finding; readonly because: string; readonly until: DateText };

/** The rules that there are: those that can be allowed, and those that stand in the way of building. */
export type KnownRules = { readonly own: ReadonlySet<string>; readonly builtIn: ReadonlySet<string> };

/**
 * Parts findings into those that stand and those that somebody allowed, and says which allowances are over, are of no
 * rule, or are no longer needed. What keeps an issue from being built cannot be allowed.
 *
 * @param today the day that counts: an allowance holds through its last day
 */
export function withAllowances(
  findings: readonly Finding[],
  files: readonly AllowingFile[],
  known: KnownRules,
  today: DateText,
): { readonly findings: readonly Finding[]; readonly allowed: readonly AllowedFinding[] } {
  const allowed = new Map<Finding, AllowedFinding>();
  const complaints: Finding[] = [];
  for (const { source, allow, covers } of files) {
    for (const [index, { rule, because, until }] of allow.entries()) {
      const place = placeOf(source, `allow.${index}.rule`);
      if (!known.own.has(rule) && !known.builtIn.has(rule)) {
        complaints.push(unknownRule(rule, place, known));
        continue;
      }
      const about = findings.filter(
        (finding) => finding.rule === rule && covers(finding) && canBeAllowed(finding, known),
      );
      if (until < today) {
        if (about.length > 0) complaints.push(over(rule, until, placeOf(source, `allow.${index}.until`)));
        continue;
      }
      if (about.length === 0) complaints.push(unneeded(rule, place));
      for (const finding of about) allowed.set(finding, { finding, because, until });
    }
  }
  return {
    findings: [...findings.filter((finding) => !allowed.has(finding)), ...complaints],
    allowed: [...allowed.values()],
  };
}

/** What a setting says of rules that are none, or whose level is fixed. */
export function levelFindings(
  levels: Readonly<Record<string, unknown>>,
  source: Source,
  known: KnownRules,
): readonly Finding[] {
  return Object.keys(levels)
    .filter((rule) => !known.own.has(rule))
    .map((rule) => {
      const place = placeOf(source, `rules.${rule}`);
      return known.builtIn.has(rule) ? fixedLevel(rule, place) : unknownRule(rule, place, known);
    });
}

function canBeAllowed({ rule, severity }: Finding, { own }: KnownRules): boolean {
  return own.has(rule) || severity !== 'error';
}

type Placed = Finding['place'] & object;

function unknownRule(rule: string, place: Placed, { own, builtIn }: KnownRules): Finding {
  const meant = didYouMean(rule, [...own, ...builtIn]);
  return {
    rule: 'check/unknown-rule',
    severity: 'error',
    place,
    words: `There is no rule called “${rule}”.`,
    fix: meant === undefined ? '“mailout explain” lists the rules that there are.' : `Did you mean “${meant}”?`,
  };
}

function fixedLevel(rule: string, place: Placed): Finding {
  return {
    rule: 'check/fixed-level',
    severity: 'error',
    place,
    words: `“${rule}” is always as severe as it is: an issue could not be built otherwise.`,
    fix: 'Take this line out.',
  };
}

function over(rule: string, until: DateText, place: Placed): Finding {
  return {
    rule: 'check/allowance-over',
    severity: 'warning',
    place,
    words: `“${rule}” was allowed until ${until}, which has passed.`,
    fix: 'Mend what it complains of, or, if it still has to be so, give a later day.',
  };
}

function unneeded(rule: string, place: Placed): Finding {
  return {
    rule: 'check/allowance-unneeded',
    severity: 'info',
    place,
    words: `“${rule}” is allowed here and complains of nothing.`,
    fix: 'Take the allowance out, so that the rule can help the next time.',
  };
}
