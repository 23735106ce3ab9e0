import { type Kysely, type Migration, sql } from 'kysely';
import type { ByteColumn } from '../tables.js';

/** The ledger: sends, their batches, and every attempt. Who is in a batch stands in the roster, and only there. */
export function sends(bytes: ByteColumn): Migration {
  return {
    up: async (db: Kysely<unknown>) => {
      await db.schema
        .createTable('sends')
        .addColumn('id', 'text', (column) => column.primaryKey())
        .addColumn('publication', 'text', (column) => column.notNull())
        .addColumn('date', 'text', (column) => column.notNull())
        .addColumn('rehearsal', 'integer', (column) => column.notNull())
        // How many sends of the issue were taken back before: of one issue there is one send that was not.
        .addColumn('round', 'integer', (column) => column.notNull())
        .addColumn('audience', 'text', (column) => column.notNull())
        .addColumn('roster', 'text', (column) => column.notNull().references('rosters.id'))
        .addColumn('transport', 'text', (column) => column.notNull())
        .addColumn('plan', 'text', (column) => column.notNull())
        .addColumn('details', 'text', (column) => column.notNull())
        .addColumn('recipients', 'integer', (column) => column.notNull())
        .addColumn('begun_at', 'text', (column) => column.notNull())
        .addColumn('release_at', 'text')
        .addColumn('state', 'text', (column) => column.notNull())
        .addColumn('ended_at', 'text')
        .addUniqueConstraint('sends_once', ['publication', 'date', 'rehearsal', 'round'])
        .execute();
      await db.schema
        .createTable('send_lanes')
        .addColumn('send', 'text', (column) => column.notNull().references('sends.id'))
        .addColumn('lane', 'text', (column) => column.notNull())
        .addColumn('state', 'text', (column) => column.notNull())
        .addPrimaryKeyConstraint('send_lanes_key', ['send', 'lane'])
        .execute();
      await db.schema
        .createTable('send_batches')
        .addColumn('send', 'text', (column) => column.notNull().references('sends.id'))
        .addColumn('number', 'integer', (column) => column.notNull())
        .addColumn('stage', 'integer', (column) => column.notNull())
        .addColumn('edition', 'text', (column) => column.notNull())
        .addColumn('roster_batch', 'integer', (column) => column.notNull())
        .addColumn('first', 'integer', (column) => column.notNull())
        .addColumn('size', 'integer', (column) => column.notNull())
        .addColumn('places', bytes)
        .addColumn('part_of', 'integer')
        .addColumn('lane', 'text')
        .addColumn('state', 'text', (column) => column.notNull())
        .addColumn('attempt', 'text')
        .addColumn('died', 'integer', (column) => column.notNull().defaultTo(0))
        .addColumn('holder', 'text')
        .addColumn('late', 'text', (column) => column.notNull().defaultTo('[]'))
        .addColumn('late_count', 'integer', (column) => column.notNull().defaultTo(0))
        .addColumn('rejected', 'text', (column) => column.notNull().defaultTo('[]'))
        .addColumn('rejected_count', 'integer', (column) => column.notNull().defaultTo(0))
        .addPrimaryKeyConstraint('send_batches_key', ['send', 'number'])
        .execute();
      await db.schema
        .createIndex('send_batches_to_do')
        .on('send_batches')
        .columns(['send', 'state', 'stage', 'number'])
        .execute();
      await db.schema
        .createTable('send_attempts')
        .addColumn('id', 'text', (column) => column.primaryKey())
        .addColumn('send', 'text', (column) => column.notNull().references('sends.id'))
        .addColumn('batch', 'integer', (column) => column.notNull())
        .addColumn('run', 'text', (column) => column.notNull())
        .addColumn('people', 'integer', (column) => column.notNull())
        .addColumn('at', 'text', (column) => column.notNull())
        .addColumn('outcome', 'text')
        .addColumn('outcome_at', 'text')
        .execute();
      await db.schema.createIndex('send_attempts_of_batch').on('send_attempts').columns(['send', 'batch']).execute();
      await db.schema
        .createTable('send_runs')
        .addColumn('run', 'text', (column) => column.primaryKey())
        .addColumn('send', 'text', (column) => column.notNull().references('sends.id'))
        .addColumn('host', 'text', (column) => column.notNull())
        .addColumn('pid', 'integer', (column) => column.notNull())
        .addColumn('began', 'text', (column) => column.notNull())
        .addColumn('seen_at', 'text', (column) => column.notNull())
        .execute();
      await db.schema
        .createTable('send_notes')
        .addColumn('send', 'text', (column) => column.notNull().references('sends.id'))
        .addColumn('number', 'integer', (column) => column.notNull())
        .addColumn('at', 'text', (column) => column.notNull())
        .addColumn('who', 'text', (column) => column.notNull())
        .addColumn('what', 'text', (column) => column.notNull())
        .addColumn('batch', 'integer')
        .addColumn('because', 'text', (column) => column.notNull())
        .addPrimaryKeyConstraint('send_notes_key', ['send', 'number'])
        .execute();
      if (bytes === 'bytea') await sql`alter table send_batches alter column places set storage external`.execute(db);
    },
  };
}
