import type { PeopleSource } from '../model/audience.js';
import { grouped } from '../model/count.js';

/** Where the people of an audience are, in a few words. */
export function describeSource(people: PeopleSource | undefined): string {
  switch (people?.kind) {
    case undefined:
      return 'nowhere yet';
    case 'csv':
    case 'xlsx':
      return people.file;
    case 'postgres':
      return `a query to the database of ${people.connection}`;
    case 'sendgrid':
      return people.list === undefined ? `SendGrid segment ${people.segment}` : `SendGrid list ${people.list}`;
    case 'invented':
      return `${grouped(people.count)} invented people`;
  }
}

/** The file of the workspace that has an audience's people, if one has. */
export function sourceFile(people: PeopleSource | undefined): string | undefined {
  return people?.kind === 'csv' || people?.kind === 'xlsx' ? people.file : undefined;
}
