import { type Kysely, type Migration, sql } from 'kysely';
import type { ByteColumn } from '../tables.js';

/** Suppressions, and rosters as they were frozen. */
export function people(bytes: ByteColumn): Migration {
  // SQLite would keep the rows of a table apart from its primary key, and so write all of it twice.
  const oneTree = bytes === 'blob' ? sql`without rowid` : sql``;
  return {
    up: async (db: Kysely<unknown>) => {
      await db.schema
        .createTable('setup')
        .addColumn('name', 'text', (column) => column.primaryKey())
        .addColumn('value', 'text', (column) => column.notNull())
        .execute();

      await db.schema
        .createTable('people')
        .addColumn('person', 'text', (column) => column.primaryKey())
        .addColumn('address', bytes, (column) => column.notNull())
        .modifyEnd(oneTree)
        .execute();
      await db.schema
        .createTable('suppressions')
        .addColumn('person', 'text', (column) => column.notNull().references('people.person'))
        .addColumn('reason', 'text', (column) => column.notNull())
        .addColumn('unsubscribe_group', 'integer', (column) => column.notNull())
        .addColumn('origin', 'text', (column) => column.notNull())
        .addColumn('since', 'text', (column) => column.notNull())
        .addColumn('recorded_at', 'text', (column) => column.notNull())
        .addPrimaryKeyConstraint('suppressions_key', ['person', 'reason', 'unsubscribe_group', 'origin'])
        .modifyEnd(oneTree)
        .execute();
      await db.schema
        .createIndex('suppressions_in_order')
        .on('suppressions')
        .columns(['since', 'person', 'reason', 'unsubscribe_group', 'origin'])
        .execute();
      await db.schema
        .createTable('soft_bounces')
        .addColumn('person', 'text', (column) => column.notNull())
        .addColumn('at', 'text', (column) => column.notNull())
        .addColumn('settled', 'integer', (column) => column.notNull().defaultTo(0))
        .addPrimaryKeyConstraint('soft_bounces_key', ['person', 'at'])
        .modifyEnd(oneTree)
        .execute();
      await db.schema
        .createTable('suppression_syncs')
        .addColumn('origin', 'text', (column) => column.notNull())
        .addColumn('list', 'text', (column) => column.notNull())
        .addColumn('at', 'text', (column) => column.notNull())
        .addColumn('count', 'integer', (column) => column.notNull())
        .addPrimaryKeyConstraint('suppression_syncs_key', ['origin', 'list'])
        .execute();

      await db.schema
        .createTable('rosters')
        .addColumn('id', 'text', (column) => column.primaryKey())
        .addColumn('publication', 'text', (column) => column.notNull())
        .addColumn('date', 'text', (column) => column.notNull())
        .addColumn('audience', 'text', (column) => column.notNull())
        .addColumn('environment', 'text', (column) => column.notNull())
        .addColumn('frozen_at', 'text', (column) => column.notNull())
        .addColumn('digest', 'text', (column) => column.notNull())
        .addColumn('sums', 'text', (column) => column.notNull())
        .execute();
      await db.schema
        .createTable('roster_batches')
        .addColumn('roster', 'text', (column) => column.notNull().references('rosters.id'))
        .addColumn('number', 'integer', (column) => column.notNull())
        .addColumn('edition', 'text', (column) => column.notNull())
        .addColumn('size', 'integer', (column) => column.notNull())
        .addColumn('erased', 'integer', (column) => column.notNull().defaultTo(0))
        .addColumn('people', bytes, (column) => column.notNull())
        .addPrimaryKeyConstraint('roster_batches_key', ['roster', 'number'])
        .execute();
      await db.schema
        .createTable('roster_left_out')
        .addColumn('roster', 'text', (column) => column.notNull().references('rosters.id'))
        .addColumn('part', 'integer', (column) => column.notNull())
        .addColumn('reason', 'text', (column) => column.notNull())
        .addColumn('people', bytes, (column) => column.notNull())
        .addPrimaryKeyConstraint('roster_left_out_key', ['roster', 'part'])
        .execute();

      if (bytes === 'bytea') {
        // Pseudonyms cannot be compressed, and PostgreSQL would try.
        await sql`alter table roster_batches alter column people set storage external`.execute(db);
        await sql`alter table roster_left_out alter column people set storage external`.execute(db);
      }
    },
  };
}
