import { openDatabase } from '../../src/database/open.js';
import { head, person } from './sample.js';

/** Freezes a roster that never ends, and says each batch, for a test that kills it in the middle. */
const [file = '', key = ''] = process.argv.slice(2);
const database = await openDatabase({ file, key: Buffer.from(key, 'hex') });
await database.rosters.freeze(head, async (write) => {
  for (let number = 1; ; number += 1) {
    const people = Array.from({ length: 1_000 }, (_, index) => person(database, `p${number}.${index}@example.org`));
    await write({ edition: 'all', people });
    process.stdout.write(`${number}\n`);
  }
});
