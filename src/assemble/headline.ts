import type { Issue, Period, PlacedItem } from '../model/issue.js';
import type { Dates } from '../model/language.js';
import type { Place } from '../model/place.js';
import type { Publication } from '../model/publication.js';
import type { DateText } from '../model/time.js';
import { fill, placeholders } from './subject.js';

/** What an inbox shows of an edition with these items: a subject must not name what its reader does not get. */
export type HeadlineOf = (items: readonly PlacedItem[]) => Headline;

export type Headline = Pick<Issue, 'subject' | 'preheader' | 'subjectPlace'>;

export type HeadlineSetting = {
  readonly date: DateText;
  readonly label: string;
  readonly number?: number;
  readonly dates: Dates;
  readonly subjectPlace: Place;
};

/** The editor's own words where there are any, and the publication's patterns filled in where not. */
export function headlines(
  publication: Pick<Publication, 'title' | 'subject' | 'preheader'>,
  own: { readonly subject?: string; readonly preheader?: string } | undefined,
  { date, label, number, dates, subjectPlace }: HeadlineSetting,
): HeadlineOf {
  return (items) => {
    const values = placeholders(publication, { date: dates.date(date), label, number }, items);
    return {
      subject: own?.subject ?? fill(publication.subject, values),
      preheader: own?.preheader ?? fill(publication.preheader, values),
      subjectPlace,
    };
  };
}

/** A period as readers write it. */
export function labelOf(period: Period, dates: Dates): string {
  switch (period.is) {
    case 'day':
      return dates.date(period.date);
    case 'month':
      return dates.month(period.date);
    case 'two-months':
      return dates.months(period.date);
    case 'term':
      return period.name;
  }
}
