import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { type Database, type DatabaseAt, openDatabase } from '../../src/database/open.js';
import { suppressionReasons } from '../../src/model/suppression.js';
import { all, freeze, freshKey, head, now, person, sumsOf, suppressed } from '../database/sample.js';

/** An empty place for a database, and how to let it go. */
export type Place = Omit<DatabaseAt, 'key'> & { readonly discard: () => Promise<void> };

/**
 * What the rest of the program relies on, whichever database it is.
 *
 * @param planted looks for texts in all that the database keeps, by any way but our own; gives those that it finds.
 */
export function databaseContract(
  freshPlace: () => Promise<Place>,
  planted: (place: Place, texts: readonly string[]) => Promise<readonly string[]>,
): void {
  const done: (() => Promise<void>)[] = [];
  afterEach(async () => {
    for (const end of done.splice(0).reverse()) await end();
  });
  const open = async (at: DatabaseAt): Promise<Database> => {
    const database = await openDatabase(at);
    done.push(database.close);
    return database;
  };
  const fresh = async () => {
    const place = await freshPlace();
    done.push(place.discard);
    const at = { ...place, key: freshKey() };
    return { place, at, database: await open(at) };
  };

  describe('as a whole', () => {
    it('remembers what it was told', async () => {
      const { at, database } = await fresh();
      await database.suppressions.record([[suppressed('ada@example.org')]], now);
      await database.close();
      const again = await open(at);
      expect(await again.suppressions.of('ada@example.org')).toHaveLength(1);
      expect(again.personOf('ada@example.org')).toBe(database.personOf('ada@example.org'));
    });

    it('refuses another key', async () => {
      const { at } = await fresh();
      const other = openDatabase({ ...at, key: freshKey() });
      await expect(other).rejects.toMatchObject({ details: { code: 'database/other-key', exit: 2 } });
    });

    it('is made once where several make it at the same time', async () => {
      const place = await freshPlace();
      done.push(place.discard);
      const at = { ...place, key: freshKey() };
      const [first, ...others] = await Promise.all(Array.from({ length: 6 }, () => open(at)));
      await first?.suppressions.record([[suppressed('ada@example.org')]], now);
      for (const other of others) expect((await other.suppressions.holdings()).people).toBe(1);
    });

    it('keeps no address, name or field in the clear', async () => {
      const { place, database } = await fresh();
      const { suppressions, rosters } = database;
      const addresses = ['Planted.One@example.org', 'planted.two@example.org', 'planted.three@example.org'];
      const [one = '', two = '', three = ''] = addresses;
      await suppressions.record([[suppressed(one), suppressed(two, { reason: 'by-hand', group: 7 })]], now);
      const days = ['2021-01-01T00:00:00Z', '2021-01-02T00:00:00Z', '2021-01-03T00:00:00Z'];
      await suppressions.noteSoftBounces(
        days.map((at) => ({ address: three, at })),
        now,
      );
      await freeze(database, [{ edition: 'all', people: addresses.map((address) => person(database, address)) }], {
        result: { leftOut: [{ reason: 'suppressed/by-hand', people: [database.personOf(two)] }] },
      });
      await rosters.erase(three);
      await suppressions.lift(two);
      await database.close();
      const texts = [...addresses, ...addresses.map((one) => one.toLowerCase()), 'Zebedee', 'Porthcawl'];
      expect(await planted(place, [...texts, 'monday-mail'])).toEqual(['monday-mail']);
    });
  });

  describe('suppressions', () => {
    it('are the same however often and in whatever order they are told', async () => {
      const { database } = await fresh();
      const { suppressions } = database;
      const entry = fc.record({
        address: fc.constantFrom('ada@example.org', 'Ada@example.org', 'ben@example.org'),
        reason: fc.constantFrom(...suppressionReasons),
        group: fc.constantFrom(3, 4),
        since: fc.constantFrom('2021-01-05T10:00:00.000Z', '2021-01-04T10:00:00.000Z'),
      });
      const everyKey = new Map<string, string>();
      await fc.assert(
        fc.asyncProperty(fc.array(fc.array(entry, { maxLength: 4 }), { maxLength: 4 }), async (batches) => {
          const entries = batches.map((batch) => batch.map(({ address, ...more }) => suppressed(address, more)));
          const before = everyKey.size;
          for (const { address, reason, group, since } of entries.flat()) {
            const key = `${address.toLowerCase()} ${reason} ${group}`;
            const earliest = everyKey.get(key);
            if (earliest === undefined || since < earliest) everyKey.set(key, since);
          }
          const { added, known } = await suppressions.record(entries, now);
          expect(added).toBe(everyKey.size - before);
          expect(added + known).toBe(entries.flat().length);
          const kept = (await all(suppressions.all())).flat();
          expect(
            new Map(kept.map((one) => [`${one.address.toLowerCase()} ${one.reason} ${one.group}`, one.since])),
          ).toEqual(everyKey);
          expect(kept).toHaveLength(everyKey.size);
        }),
        { numRuns: 25 },
      );
    });

    it('of one person are all there, the oldest first, and those from all mail have no group', async () => {
      const { database } = await fresh();
      const { suppressions } = database;
      const bounced = suppressed('Ada@Example.org', { reason: 'bounced', since: '2021-02-01T00:00:00.000Z' });
      const fromGroup = suppressed('ada@example.org', { group: 12, since: '2021-01-01T00:00:00.000Z', origin: 'file' });
      await suppressions.record([[bounced, fromGroup, suppressed('ben@example.org')]], now);
      const { address: _a, ...first } = fromGroup;
      const { address: _b, ...second } = bounced;
      expect(await suppressions.of('ada@example.org')).toEqual([first, second]);
      expect(await suppressions.of('nobody@example.org')).toEqual([]);
      expect((await suppressions.holdings()).people).toBe(2);
      expect(await suppressions.holdings()).toEqual({ people: 2, suppressions: 3, softBounces: 0, oldest: now });
    });

    it('are found by pseudonym, all of them', async () => {
      const { database } = await fresh();
      const { suppressions, personOf } = database;
      const addresses = Array.from({ length: 12_000 }, (_, index) => `person${index}@example.org`);
      const entries = addresses.map((address) => suppressed(address));
      await suppressions.record([entries, [suppressed('person7@example.org', { reason: 'bounced' })]], now);
      const index = await suppressions.index();
      expect(index.size).toBe(12_000);
      expect(addresses.every((address) => index.has(personOf(address)))).toBe(true);
      expect(index.get(personOf('person7@example.org'))?.map(({ reason }) => reason)).toEqual([
        'bounced',
        'unsubscribed',
      ]);
      const exported = (await all(suppressions.all())).flat().map(({ address }) => address);
      expect(exported).toEqual([...addresses, 'person7@example.org'].sort());
    });

    it('are exported in order of the instant, then of the address', async () => {
      const { database } = await fresh();
      const of = (day: number, address: string) => suppressed(address, { since: `2021-01-0${day}T00:00:00.000Z` });
      const inOrder = [
        of(1, 'zoe@example.org'),
        of(2, 'ada@example.org'),
        of(2, 'ben@example.org'),
        of(3, 'a@example.org'),
      ];
      await database.suppressions.record([inOrder.toReversed()], now);
      expect((await all(database.suppressions.all())).flat()).toEqual(inOrder);
    });

    it('may be told by two programs at once', async () => {
      const { at, database } = await fresh();
      const other = await open(at);
      const people = (from: number) =>
        Array.from({ length: 3 }, (_, batch) =>
          Array.from({ length: 400 }, (_, index) => suppressed(`p${from + batch * 400 + index}@example.org`)),
        );
      const told = await Promise.all([
        database.suppressions.record(people(0), now),
        other.suppressions.record(people(600).toReversed(), now),
      ]);
      expect(told[0].added + told[1].added).toBe(1800);
      expect(told[0].known + told[1].known).toBe(600);
      expect((await database.suppressions.holdings()).people).toBe(1800);
      expect((await other.suppressions.index()).size).toBe(1800);
    });

    it('that came before a source broke off are kept', async () => {
      const { database } = await fresh();
      const breaksOff = async function* () {
        yield [suppressed('ada@example.org')];
        throw new Error('broken off');
      };
      await expect(database.suppressions.record(breaksOff(), now)).rejects.toThrow('broken off');
      expect((await database.suppressions.holdings()).people).toBe(1);
    });

    it('with an instant that is none are refused', async () => {
      const { database } = await fresh();
      const record = database.suppressions.record([[suppressed('ada@example.org', { since: 'last March' })]], now);
      await expect(record).rejects.toMatchObject({ details: { code: 'database/not-an-instant' } });
      expect((await database.suppressions.holdings()).people).toBe(0);
    });

    it('can be lifted, all or some', async () => {
      const { database } = await fresh();
      const { suppressions } = database;
      const entries = [
        suppressed('ada@example.org'),
        suppressed('ada@example.org', { group: 5 }),
        suppressed('ada@example.org', { reason: 'bounced', origin: 'file' }),
        suppressed('ben@example.org'),
      ];
      const lifts = [
        { which: undefined, lifted: 3 },
        { which: { reason: 'unsubscribed' }, lifted: 2 },
        { which: { group: 5 }, lifted: 1 },
        { which: { group: null }, lifted: 2 },
        { which: { origin: 'file' }, lifted: 1 },
        { which: { reason: 'spam-report' }, lifted: 0 },
      ] as const;
      for (const { which, lifted } of lifts) {
        await suppressions.record([entries], now);
        expect(await suppressions.lift('ada@example.org', which)).toBe(lifted);
        expect(await suppressions.of('ada@example.org')).toHaveLength(3 - lifted);
        expect(await suppressions.of('ben@example.org')).toHaveLength(1);
      }
    });

    it('come of soft bounces only on a third day, and each bounce counts once', async () => {
      const { database } = await fresh();
      const { suppressions } = database;
      const on = (...days: string[]) =>
        days.map((day) => ({ address: 'Ada@example.org', at: `2021-${day}T08:00:00Z` }));
      const note = (...days: string[]) => suppressions.noteSoftBounces(on(...days), now);
      expect(await note('01-01')).toEqual({ noted: 1, known: 0, suppressed: 0 });
      expect(await note('01-01', '01-01', '01-02')).toEqual({ noted: 1, known: 2, suppressed: 0 });
      expect(await suppressions.of('ada@example.org')).toEqual([]);
      expect(await note('01-03')).toEqual({ noted: 1, known: 0, suppressed: 1 });
      const bounced = { reason: 'bounced', origin: 'sendgrid', since: '2021-01-03T08:00:00.000Z' };
      expect(await suppressions.of('ada@example.org')).toEqual([bounced]);
      expect(await note('01-04')).toEqual({ noted: 1, known: 0, suppressed: 0 });
      expect((await all(suppressions.all())).flat()).toEqual([{ ...bounced, address: 'Ada@example.org' }]);
    });

    it('that were lifted come back only of new soft bounces', async () => {
      const { database } = await fresh();
      const { suppressions } = database;
      const note = (...days: number[]) =>
        suppressions.noteSoftBounces(
          days.map((day) => ({ address: 'ada@example.org', at: `2021-01-0${day}T08:00:00Z` })),
          now,
        );
      expect(await note(1, 2, 3)).toMatchObject({ suppressed: 1 });
      expect(await suppressions.lift('ada@example.org')).toBe(1);
      expect(await note(1, 2, 3)).toEqual({ noted: 0, known: 3, suppressed: 0 });
      expect(await note(4, 5)).toMatchObject({ noted: 2, suppressed: 0 });
      expect(await note(6)).toMatchObject({ noted: 1, suppressed: 1 });
      expect(await suppressions.forgetSoftBounces('ada@example.org')).toBe(6);
      expect(await suppressions.holdings()).toMatchObject({ people: 1, softBounces: 0 });
    });

    it('have a row for each list that was read', async () => {
      const { database } = await fresh();
      const { suppressions } = database;
      expect(await suppressions.lastSyncs()).toEqual([]);
      const bounces = { origin: 'sendgrid', list: 'bounces', at: now, count: 7 } as const;
      await suppressions.syncFinished(bounces);
      await suppressions.syncFinished({ origin: 'sendgrid', list: 'unsubscribes', at: now, count: 0 });
      const later = { ...bounces, at: '2021-03-23T00:00:00.000Z', count: 9 };
      await suppressions.syncFinished(later);
      expect(await suppressions.lastSyncs()).toEqual([
        later,
        { origin: 'sendgrid', list: 'unsubscribes', at: now, count: 0 },
      ]);
    });
  });

  describe('rosters', () => {
    it('are given back as they were frozen', async () => {
      const { database } = await fresh();
      const { rosters } = database;
      const batches = [
        { edition: 'welsh', people: [person(database, 'Ada@example.org')] },
        { edition: 'english', people: [person(database, 'ben@example.org'), person(database, 'cy@example.org')] },
        { edition: 'welsh', people: [person(database, 'dee@example.org')] },
      ];
      const excluded = { duplicate: { count: 2, firstRows: [3, 9] } };
      const result = { rowsRead: 6, excluded, editions: { welsh: 2, english: 2, plain: 0 } };
      const roster = await freeze(database, batches, { result });
      expect(roster).toMatchObject({ ...head, sums: { ...result, recipients: 4 } });
      expect(roster.digest).toMatch(/^[\da-f]{64}$/);
      expect(await all(rosters.batches(roster.id))).toEqual(
        batches.map((one, index) => ({ ...one, number: index + 1 })),
      );
      expect(await rosters.list()).toEqual([roster]);
    });

    it('have the digest of their people and editions, in order', async () => {
      const { database } = await fresh();
      const both = ['a@example.org', 'b@example.org'].map((address) => person(database, address));
      const digestOf = async (edition: string, people = both) => {
        const { digest } = await freeze(database, [{ edition, people }]);
        return digest;
      };
      const digest = await digestOf('one');
      expect(await digestOf('one')).toBe(digest);
      expect(await digestOf('two')).not.toBe(digest);
      expect(await digestOf('one', both.toReversed())).not.toBe(digest);
      expect(await digestOf('one', both.slice(1))).not.toBe(digest);
    });

    it('are listed, the newest first, and found by what they are for', async () => {
      const { database } = await fresh();
      const { rosters } = database;
      const made = [];
      for (const [publication, audience, day] of [
        ['monday-mail', 'members', 1],
        ['monday-mail', 'officers', 2],
        ['e-bulletin', 'members', 3],
        ['monday-mail', 'members', 4],
      ] as const) {
        const more = { publication, audience, date: `2021-04-0${day}`, frozenAt: `2021-03-0${day}T00:00:00.000Z` };
        made.push(
          await freeze(database, [{ edition: 'e', people: [person(database, 'a@example.org')] }], { head: more }),
        );
      }
      const [first, second, third, fourth] = made;
      expect(await rosters.list()).toEqual([fourth, third, second, first]);
      expect(await rosters.list({ publication: 'monday-mail' })).toEqual([fourth, second, first]);
      expect(await rosters.list({ publication: 'monday-mail', date: '2021-04-01' })).toEqual([first]);
      expect(await rosters.list({ publication: 'monday-mail', audience: 'nobody' })).toEqual([]);
      expect(made.map(({ id }) => id)).toEqual(made.map(({ id }) => id).sort());
      expect(await rosters.holdings()).toEqual({ rosters: 4, places: 4, oldest: '2021-03-01T00:00:00.000Z' });
    });

    it('are not there at all where something went wrong', async () => {
      const { database } = await fresh();
      const { rosters } = database;
      const batch = { edition: 'e', people: [person(database, 'a@example.org')] };
      const sums = sumsOf([batch]);
      const broken = new Error('the source broke off');
      await expect(
        rosters.freeze(head, async (write) => {
          await write(batch);
          throw broken;
        }),
      ).rejects.toBe(broken);
      const wrongs: Parameters<typeof freeze>[2][] = [
        { result: { recipients: 2, rowsRead: 2 } },
        { result: { rowsRead: 2 } },
        { result: { editions: { e: 2 } } },
        { result: { editions: { f: 1 } } },
        { result: { excluded: { duplicate: { count: 1, firstRows: [2] } } } },
      ];
      for (const wrong of wrongs) await expect(freeze(database, [batch], wrong)).rejects.toThrow('sums');
      await expect(freeze(database, [{ edition: 'e', people: [] }])).rejects.toThrow('people');
      await expect(freeze(database, [{ edition: 'e', people: ['Ada'] }])).rejects.toThrow('pseudonym');
      await expect(
        rosters.freeze(head, async (write) => {
          void write(batch).catch(() => {});
          return sums;
        }),
      ).rejects.toThrow('waited');
      expect(await rosters.list()).toEqual([]);
      expect(await rosters.holdings()).toEqual({ rosters: 0, places: 0 });
      expect(await freeze(database, [batch])).toMatchObject({ sums: { recipients: 1 } });
    });

    it('can be frozen while suppressions are read, but nothing else may be written in the middle', async () => {
      const { database } = await fresh();
      const batch = { edition: 'e', people: [person(database, 'a@example.org')] };
      await database.suppressions.record([[suppressed('b@example.org')]], now);
      const read = await database.rosters.freeze(head, async (write) => {
        await write(batch);
        expect((await database.suppressions.index()).size).toBe(1);
        expect(await database.rosters.list()).toEqual([]);
        return sumsOf([batch]);
      });
      expect(read.sums.recipients).toBe(1);
      await expect(
        database.rosters.freeze(head, async (write) => {
          await write(batch);
          await database.suppressions.record([[suppressed('c@example.org')]], now);
          return sumsOf([batch]);
        }),
      ).rejects.toThrow('in the middle');
    });

    it('tell what they have to do with a person, and forget her when she is to be erased', async () => {
      const { database } = await fresh();
      const { rosters, personOf } = database;
      const ada = person(database, 'Ada@example.org');
      const others = Array.from({ length: 40 }, (_, index) => person(database, `p${index}@example.org`));
      const day = (date: string) => ({ head: { date, frozenAt: `${date}T00:00:00.000Z` } });
      const first = await freeze(
        database,
        [
          { edition: 'one', people: others },
          { edition: 'two', people: [...others.slice(0, 3), ada, ...others.slice(3, 5)] },
        ],
        day('2021-03-01'),
      );
      const leftOut = [
        { reason: 'duplicate', people: others },
        { reason: 'suppressed/bounced', people: [personOf('x@example.org'), ada] },
      ];
      const second = await freeze(database, [{ edition: 'one', people: others }], {
        ...day('2021-03-08'),
        result: { leftOut },
      });

      expect(await rosters.history('ada@example.org')).toEqual([
        { roster: second, place: { leftOut: 'suppressed/bounced' } },
        { roster: first, place: { edition: 'two', batch: 2 } },
      ]);
      expect(await rosters.history('nobody@example.org')).toEqual([]);

      expect(await rosters.erase('ada@example.org')).toBe(2);
      expect(await rosters.erase('ada@example.org')).toBe(0);
      expect(await rosters.history('ada@example.org')).toEqual([]);
      const [, blanked] = await all(rosters.batches(first.id));
      expect(blanked?.people).toEqual([...others.slice(0, 3), undefined, ...others.slice(3, 5)]);
      expect(await rosters.list()).toContainEqual(first);
      expect(await rosters.holdings()).toMatchObject({ rosters: 2, places: 85 });
      expect(await rosters.history('p3@example.org')).toHaveLength(4);
    });
  });
}
