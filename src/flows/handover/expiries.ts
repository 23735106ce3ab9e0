import { bankHolidaysAsOf, knownUntil } from '../../calendar/holidays.js';
import type { Content } from '../../content/references.js';
import type { SuppressionSync } from '../../database/suppressions.js';
import type { DateText } from '../../model/time.js';

/** Something that is good until a day, and what to do before it. */
export type Expiry = {
  readonly what: string;
  readonly until: DateText;
  readonly fix: string;
  readonly isOver: boolean;
};

/** What of a workspace goes stale, and when: the first to end first. */
export function expiries(
  { organisation, items, choices }: Content,
  today: DateText,
  syncs: readonly SuppressionSync[],
): readonly Expiry[] {
  const found: Omit<Expiry, 'isOver'>[] = [];
  const last = organisation.terms.toSorted((a, b) => (a.until < b.until ? -1 : 1)).at(-1);
  if (last) {
    found.push({
      what: `School terms: the last one is ${last.name}`,
      until: last.until,
      fix: 'Write the terms of the next school year into mailout.yaml.',
    });
  }
  found.push({
    what: `Bank holidays (GOV.UK, as of ${bankHolidaysAsOf})`,
    until: knownUntil(organisation.nation),
    fix: 'Update mailout once GOV.UK has the next year’s.',
  });
  for (const { allow, title, source } of [...items, ...choices.map(named)]) {
    for (const { rule, because, until } of allow) {
      if (until < today) continue;
      found.push({
        what: `“${rule}” is allowed in ${title}: ${because}`,
        until,
        fix: `Look again, and mend it or allow it for longer: ${source.file}.`,
      });
    }
  }
  for (const election of organisation.imprint?.elections ?? []) {
    if (election.until < today) continue;
    found.push({
      what: 'An election period, in which campaign mail needs an imprint',
      until: election.until,
      fix: 'Nothing: mailout adds the imprint until then.',
    });
  }
  for (const { origin, list, at } of syncs) {
    found.push({
      what: `Who must not be written to: ${list} of ${origin}, last read`,
      until: at.slice(0, 10),
      fix: 'mailout suppressions sync reads it anew; a send asks for it where it is too old.',
    });
  }
  return found
    .map((one) => ({ ...one, isOver: one.until < today }))
    .sort((a, b) => (a.until === b.until ? 0 : a.until < b.until ? -1 : 1));
}

function named({ publication, date, allow, source }: Content['choices'][number]) {
  return { title: `${publication}, ${date}`, allow, source };
}
