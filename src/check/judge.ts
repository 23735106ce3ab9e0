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

/** Cases of one kind that belong together: what is wrong with all of them, the editions of an issue, is said once. */
export type Group = {
  readonly [Kind in SubjectKind]: { readonly over: Kind; readonly cases: readonly Case<Kind>[] };
}[SubjectKind];

/** What a rule took, in milliseconds, and how often it was asked. */
export type RuleCost = { readonly rule: string; readonly milliseconds: number; readonly subjects: number };

export type Judgement = { readonly findings: readonly Finding[]; readonly costs: readonly RuleCost[] };

/**
 * Asks every rule about every case of its kind. Groups are taken one by one, and nothing of them is kept but what is
 * found: a pool may have ten thousand items.
 *
 * @param clock milliseconds, to tell what each rule costs
 * @param rest waited for after each rule, by whoever has others to answer meanwhile
 */
export async function judge(
  rules: readonly Rule[],
  groups: Iterable<Group>,
  house: House,
  clock: () => number,
  rest?: () => Promise<void>,
): Promise<Judgement> {
  const findings: Finding[] = [];
  const costs = new Map(rules.map(({ id }) => [id, { milliseconds: 0, subjects: 0 }]));
  for (const { over, cases } of groups) {
    for (const rule of rules) {
      if (rule.over !== over) continue;
      const started = clock();
      findings.push(...judgeGroup(rule, cases, house));
      const cost = costs.get(rule.id);
      if (!cost) continue;
      cost.milliseconds += clock() - started;
      cost.subjects += cases.length;
      if (rest) await rest();
    }
  }
  return { findings, costs: [...costs].map(([rule, cost]) => ({ rule, ...cost })) };
}

type AnyCase = Case<SubjectKind>;

function judgeGroup(rule: Rule, group: readonly AnyCase[], house: House): Finding[] {
  const told = new Map<string, Told>();
  // A rule and the cases of its group are of one kind: `judge` sees to that.
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
  return withoutEchoes([...told.values()], rule).flatMap(
    ({ complaint, case: { place, publications }, in: editions }) => {
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
    },
  );
}

/** A complaint, about what, and in which editions. */
type Told = { readonly complaint: Complaint; readonly case: AnyCase; readonly in: string[] };

/**
 * What a design does to one text it mostly does to all of them: of complaints about editions that name no place of their
 * own and have the same advice, the first is told, and how many more there are.
 */
function withoutEchoes(told: readonly Told[], { over }: Rule): readonly Told[] {
  if (over !== 'edition') return told;
  const alike = new Map<string, Told[]>();
  for (const one of told) {
    const { place, fix, severity } = one.complaint;
    const key = JSON.stringify([place, fix, severity]);
    alike.set(key, [...(alike.get(key) ?? []), one]);
  }
  return [...alike.values()].flatMap(([first, ...more]): Told[] => {
    if (!first) return [];
    if (more.length === 0) return [first];
    const others = more.length === 1 ? 'There is one more like it' : `There are ${more.length} more like it`;
    const complaint = { ...first.complaint, words: `${first.complaint.words} ${others}.` };
    return [{ ...first, complaint, in: [...new Set([first, ...more].flatMap((one) => one.in))] }];
  });
}
