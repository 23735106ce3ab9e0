import type { Finding } from '../model/finding.js';
import type { Place } from '../model/place.js';
import type { Publication } from '../model/publication.js';
import { levelOf } from './levels.js';
import type { Complaint, Rule } from './rule.js';
import type { House, SubjectKind, Subjects } from './subjects.js';

/** A subject, and what a finding about it needs beside the rule’s own words. */
export type Case<Kind extends SubjectKind> = {
  readonly subject: Subjects[Kind];
  /** Where a complaint is put that names no place. */
  readonly place: Place;
  /** The publications that it is for: their levels count. */
  readonly publications: readonly Publication[];
};

/** An edition, or a message of one, among those of its issue. */
type PartOfIssue = { readonly edition: { readonly id: string } };

/** Everything that a check is over. */
export type Cases = {
  readonly [Kind in Exclude<SubjectKind, 'edition' | 'message'>]: readonly Case<Kind>[];
} & {
  /** A list for each issue: what is wrong with all its editions is said once. */
  readonly edition: readonly (readonly Case<'edition'>[])[];
  readonly message: readonly (readonly Case<'message'>[])[];
};

export const noCases: Cases = {
  writing: [],
  item: [],
  issue: [],
  edition: [],
  message: [],
  publication: [],
  workspace: [],
};

/** What a rule took, in milliseconds, and how often it was asked. */
export type RuleCost = { readonly rule: string; readonly milliseconds: number; readonly subjects: number };

/**
 * Asks every rule about every case of its kind.
 *
 * @param clock milliseconds, to tell what each rule costs
 */
export function judge(
  rules: readonly Rule[],
  cases: Cases,
  house: House,
  clock: () => number,
): { readonly findings: readonly Finding[]; readonly costs: readonly RuleCost[] } {
  const findings: Finding[] = [];
  const costs: RuleCost[] = [];
  for (const rule of rules) {
    const started = clock();
    const groups = groupsOf(rule, cases);
    for (const group of groups) findings.push(...judgeGroup(rule, group, house));
    const subjects = groups.reduce((sum, { length }) => sum + length, 0);
    costs.push({ rule: rule.id, milliseconds: clock() - started, subjects });
  }
  return { findings, costs };
}

type AnyCase = Case<SubjectKind>;

/** The cases of a rule, those together whose complaints are told as one. */
function groupsOf({ over }: Rule, cases: Cases): readonly (readonly AnyCase[])[] {
  if (over === 'edition' || over === 'message') return cases[over];
  return (cases[over] as readonly AnyCase[]).map((one) => [one]);
}

function judgeGroup(rule: Rule, group: readonly AnyCase[], house: House): Finding[] {
  const told = new Map<string, { readonly complaint: Complaint; readonly case: AnyCase; readonly in: string[] }>();
  // A rule and the cases of its group are of one kind: `groupsOf` sees to that.
  const ask = rule.judge as (subject: unknown, house: House) => Iterable<Complaint>;
  for (const one of group) {
    if (levelOf(rule.id, rule.severity, one.publications, house.organisation) === 'off') continue;
    for (const complaint of ask(one.subject, house)) {
      const key = JSON.stringify([complaint.words, complaint.place, complaint.fix]);
      const known = told.get(key) ?? { complaint, case: one, in: [] };
      told.set(key, known);
      if (group.length > 1) known.in.push((one.subject as PartOfIssue).edition.id);
    }
  }
  return [...told.values()].flatMap(({ complaint, case: { place, publications }, in: editions }) => {
    const { severity = rule.severity, words, ...rest } = complaint;
    const level = levelOf(rule.id, severity, publications, house.organisation);
    const isEverywhere = new Set(editions).size === group.length || group.length === 1;
    return level === 'off'
      ? []
      : [
          {
            rule: rule.id,
            severity: level,
            place,
            words: isEverywhere
              ? words
              : `${words} This is so in the edition for ${[...new Set(editions)].join(', ')}.`,
            ...rest,
          },
        ];
  });
}
