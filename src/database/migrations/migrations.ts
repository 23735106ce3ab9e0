import type { Migration } from 'kysely';
import type { ByteColumn } from '../tables.js';
import { people } from './001-people.js';
import { sends } from './002-sends.js';

/** Every step from an empty database to today's, by name, in order. One that has been released is never changed. */
export function migrations(bytes: ByteColumn): Record<string, Migration> {
  return { '001-people': people(bytes), '002-sends': sends(bytes) };
}
