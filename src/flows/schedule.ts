import { bankHolidaysAsOf } from '../calendar/holidays.js';
import { nextIssue, type Slot } from '../calendar/next-issue.js';
import type { Content } from '../content/references.js';
import { exitCode, Fault } from '../model/fault.js';
import type { Finding } from '../model/finding.js';
import type { Organisation } from '../model/organisation.js';
import { placeOf } from '../model/place.js';
import type { Publication } from '../model/publication.js';
import { isDate, type WallTime } from '../model/time.js';

/**
 * Now on the clocks of the organisation.
 *
 * @throws Fault (exit 2) if its zone is none that there is.
 */
export async function nowIn(organisation: Organisation, instant: string): Promise<WallTime> {
  // Zones take long to load, and a build for a given day needs none.
  const { wallTimeAt } = await import('../calendar/zone.js');
  try {
    return wallTimeAt(instant, organisation.zone);
  } catch (cause) {
    throw new Fault(
      {
        code: 'schedule/zone',
        exit: exitCode.usage,
        words: `There is no time zone called “${organisation.zone}”.`,
        fix: 'Write it like Europe/London.',
        place: placeOf(organisation.source, 'zone'),
      },
      { cause },
    );
  }
}

/** The next issue of a publication, and what an editor should know of its date. */
export async function schedule(
  publication: Publication,
  { organisation, choices }: Content,
  from: WallTime,
): Promise<{ readonly slot?: Slot; readonly findings: readonly Finding[] }> {
  const slot = nextIssue(publication.cadence, organisation, from);
  if (!slot) return { findings: [noSlot(publication, organisation)] };
  if (await isOffTheClock(slot, organisation.zone)) return { findings: [offTheClock(slot, publication)] };
  const findings: Finding[] = [];
  if (slot.estimated === 'terms') {
    findings.push({
      rule: 'calendar/terms-unknown',
      severity: 'warning',
      place: placeOf(organisation.source, 'terms'),
      words: `The term dates do not say when ${publication.title} comes out next: ${slot.date} is worked out from an earlier school year.`,
      fix: 'Add the terms of that school year here.',
    });
  }
  if (slot.estimated === 'bank-holidays') {
    findings.push({
      rule: 'calendar/bank-holidays-unknown',
      severity: 'warning',
      place: placeOf(publication.source, 'cadence'),
      words: `The bank holidays of the year of ${slot.date} are not known yet (GOV.UK, as of ${bankHolidaysAsOf}), so the date may change.`,
      fix: 'Update mailout once they are published.',
    });
  }
  const strays = choices.filter(
    (one) => one.publication === publication.id && isDate(one.date) && one.date >= from.slice(0, 10),
  );
  for (const stray of strays) {
    const there = nextIssue(publication.cadence, organisation, stray.date);
    if (!there || there.date === stray.date) continue;
    findings.push({
      rule: 'calendar/no-issue-that-day',
      severity: 'warning',
      place: placeOf(stray.source),
      words: `${publication.title} does not come out on ${stray.date}${there.planned === stray.date && there.moved ? ` (${there.moved})` : ''}, so these choices are for no issue.`,
      fix: `Rename the folder to ${there.date}, the next issue after it.`,
    });
  }
  return { slot, findings };
}

function noSlot(publication: Publication, organisation: Organisation): Finding {
  const needsTerms = publication.cadence.every === 'term' && organisation.terms.length === 0;
  return {
    rule: 'calendar/no-issue',
    severity: 'error',
    place: placeOf(publication.source, 'cadence'),
    words: needsTerms
      ? `${publication.title} comes out every term, and mailout.yaml has no terms.`
      : `${publication.title} does not come out in the next three years.`,
    fix: needsTerms ? 'Add the school terms to mailout.yaml.' : 'Check its cadence.',
  };
}

/** Clocks change at night; looking at the zone takes longer than all else here, so it is asked then only. */
async function isOffTheClock({ sendsAt }: Slot, zone: string): Promise<boolean> {
  if (sendsAt.slice(11) >= '04:00') return false;
  const { instantOf } = await import('../calendar/zone.js');
  try {
    instantOf(sendsAt, zone);
    return false;
  } catch {
    return true;
  }
}

function offTheClock({ sendsAt, date }: Slot, publication: Publication): Finding {
  return {
    rule: 'calendar/clock-change',
    severity: 'error',
    place: placeOf(publication.source, 'cadence.at'),
    words: `The clocks change on ${date}, and ${sendsAt.slice(11)} is there twice or not at all.`,
    fix: 'Choose a time of day outside the night.',
  };
}
