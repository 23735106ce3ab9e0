import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Addressee, type Letter, type Message, valuesOf, wordsFor } from '../../../../src/delivery/message.js';
import { bodyOf, prepareLetter } from '../../../../src/delivery/transports/sendgrid/body.js';
import { slotValue } from '../../../../src/model/merge-slots.js';
import { expanded } from '../../../fakes/sendgrid/expand.js';
import type { MailBody } from '../../../fakes/sendgrid/mail-body.js';
import { type SendGridServer, startSendGrid, testKey } from '../../../fakes/sendgrid-server.js';
import { byLink, edition, reader, sampleLetter } from '../sample.js';

const settings = { sandbox: false, categories: ['6f1c'], tracking: { clicks: false, opens: false } };

let server: SendGridServer;
beforeAll(async () => {
  server = await startSendGrid();
});
afterAll(() => server.stop());

/** The request for a message, as SendGrid takes it: by the stand-in's limits and, where it is here, the description. */
async function taken(message: Message, attempt = 'attempt-1', how = settings): Promise<MailBody> {
  const body = bodyOf(message, await prepareLetter(message.letter, how), attempt);
  if ('refused' in body) throw new Error(JSON.stringify(body.refused));
  const answer = await fetch(`${server.url}/v3/mail/send`, {
    method: 'POST',
    headers: { authorization: `Bearer ${testKey}`, accept: 'application/json', 'content-type': 'application/json' },
    body: new Uint8Array(body.bytes),
  });
  expect(await answer.text()).toBe('');
  expect(answer.status).toBe(how.sandbox ? 200 : 202);
  return JSON.parse(body.bytes.toString('utf8'));
}

function asRead(letter: Letter, addressee: Addressee) {
  return wordsFor(letter, (slot) => slotValue(slot, valuesOf(letter, addressee)));
}

describe('a request', () => {
  it('has everybody in it, each for herself, under the attempt’s id', async () => {
    const addressees = Array.from({ length: 1_000 }, (_, number) => reader(number, { first_name: `N${number}` }));
    const body = await taken({ letter: sampleLetter(), addressees }, 'attempt-9');
    expect(body.personalizations.map(({ to }) => to)).toEqual(addressees.map(({ address }) => [{ email: address }]));
    expect(body.custom_args).toEqual({ mo_attempt: 'attempt-9' });
    expect(expanded(body)[999]?.subject).toBe('News for N999');
  });

  it('tells nobody who anybody is: neither names nor pseudonyms stand beside the address', async () => {
    const body = await taken({ letter: sampleLetter(), addressees: [reader(7, { first_name: 'Ada' })] });
    expect(JSON.stringify(body)).not.toContain('pseudonym');
    expect(Object.keys(body.personalizations[0]?.to[0] ?? {})).toEqual(['email']);
  });

  it('has all that every reader gets alike once, whoever wrote it', async () => {
    const {
      personalizations: _,
      content,
      ...shared
    } = await taken({ letter: sampleLetter(), addressees: [reader(1)] });
    expect(content?.map(({ type }) => type)).toEqual(['text/plain', 'text/html']);
    expect(shared).toEqual({
      from: { email: 'news@union.example', name: 'The Union' },
      reply_to: { email: 'office@union.example' },
      subject: expect.stringMatching(/^News for -mo[0-9a-f]{16}_0-$/),
      headers: {
        'List-Id': 'Weekly news <weekly.union.example>',
        'Feedback-ID': '2027-03-22:weekly:newsletter:mailout',
      },
      categories: ['6f1c'],
      tracking_settings: {
        click_tracking: { enable: false, enable_text: false },
        open_tracking: { enable: false },
        subscription_tracking: { enable: false },
        ganalytics: { enable: false },
      },
      custom_args: { mo_attempt: 'attempt-1' },
    });
  });

  it('asks for the sandbox, tracking and no category where that is wanted', async () => {
    const how = { sandbox: true, categories: [], tracking: { clicks: true, opens: true } };
    const body = await taken({ letter: sampleLetter(), addressees: [reader(1)] }, 'a', how);
    expect(body.mail_settings).toEqual({ sandbox_mode: { enable: true } });
    expect(body.tracking_settings).toMatchObject({ click_tracking: { enable: true }, open_tracking: { enable: true } });
    expect(body.categories).toBeUndefined();
  });

  it('says until when it is held back, and under which id', async () => {
    const { batch_id: lane } = await (
      await fetch(`${server.url}/v3/mail/batch`, {
        method: 'POST',
        headers: { authorization: `Bearer ${testKey}`, accept: 'application/json' },
      })
    ).json();
    const until = Math.floor(Date.now() / 1_000) + 1_800;
    const body = await taken({ letter: sampleLetter(), addressees: [reader(1)], hold: { until, lane } });
    expect([body.send_at, body.batch_id]).toEqual([until, lane]);
  });

  it('leaves links and headers to SendGrid where a group unsubscribes, and only there', async () => {
    const group = await taken({
      letter: sampleLetter({ unsubscribe: { by: 'group', group: 42 } }),
      addressees: [reader(1)],
    });
    expect(group.asm).toEqual({ group_id: 42 });
    expect(group.personalizations[0]?.headers).toBeUndefined();
    expect(expanded(group)[0]?.html).toContain('<a href="<%asm_group_unsubscribe_raw_url%>">');
    const link = await taken({ letter: sampleLetter(), addressees: [reader(1)] });
    expect(link.asm).toBeUndefined();
    expect(JSON.stringify(link)).not.toContain('<%');
  });

  it('has tags of its own attempt alone, also if the text has some of them in it', async () => {
    const message = { letter: sampleLetter(), addressees: [reader(1, { first_name: 'Ada' })] };
    const tagsOf = (body: MailBody) => Object.keys(body.personalizations[0]?.substitutions ?? {});
    const first = await taken(message, 'one');
    const tags = tagsOf(first);
    expect(tags).toHaveLength(7);
    expect(tagsOf(await taken(message, 'two')).some((tag) => tags.includes(tag))).toBe(false);
    const letter = sampleLetter({
      edition: { ...edition, text: `${edition.text}${tags.join(' ')} -mo0000000000000000_0-` },
    });
    const again = await taken({ ...message, letter }, 'one');
    expect(tagsOf(again).some((tag) => tags.includes(tag))).toBe(false);
    expect(expanded(again)[0]?.text).toBe(asRead(letter, reader(1, { first_name: 'Ada' })).text);
  });

  it('has no substitutions where nothing differs', async () => {
    const same = { subject: 'News', text: 'All', html: '<p>All</p>', mergeFields: [] };
    const body = await taken({ letter: sampleLetter({ edition: same }), addressees: [reader(1)] });
    expect(Object.keys(body.personalizations[0] ?? {})).toEqual(['to', 'headers']);
  });

  it('is never made for nobody, for too many, or for values that SendGrid refuses', async () => {
    const letter = sampleLetter();
    const prepared = await prepareLetter(letter, settings);
    const people = (count: number, value = 'Ada') =>
      Array.from({ length: count }, (_, number) => reader(number, { first_name: value }));
    expect(bodyOf({ letter, addressees: [] }, prepared, 'a')).toMatchObject({ refused: { kind: 'bug' } });
    expect(bodyOf({ letter, addressees: people(1_001) }, prepared, 'a')).toMatchObject({
      refused: { kind: 'too-large' },
    });
    const mixed = [reader(1), ...people(1, 'é'.repeat(5_000)), reader(3), ...people(1, 'x'.repeat(9_000))];
    expect(bodyOf({ letter, addressees: mixed }, prepared, 'a')).toEqual({
      refused: { outcome: 'rejected', kind: 'address', reason: 'values-too-long', places: [1, 3] },
    });
    const big = sampleLetter({ edition: { ...edition, html: `<p>${'a'.repeat(16 * 1024 ** 2)}</p>` } });
    expect(bodyOf({ letter: big, addressees: [reader(1)] }, await prepareLetter(big, settings), 'a')).toMatchObject({
      refused: { kind: 'too-large', reason: 'bytes' },
    });
  });

  it('takes values up to the limit', async () => {
    const readers = [reader(1, { first_name: 'é'.repeat(1_400) }), reader(2, { first_name: 'x'.repeat(3_000) })];
    const body = await taken({ letter: sampleLetter(), addressees: readers });
    expect(expanded(body).map(({ subject }) => subject.length)).toEqual([1_409, 3_009]);
  });
});

describe('what readers get', () => {
  const pieces = fc.constantFrom(
    '$&',
    '$1',
    '"',
    "'",
    '\\',
    '<b>',
    '&amp;',
    '[[first_name|x]]',
    '-mo',
    '🍎',
    '漢',
    ' ',
    '\u2028',
    '\ud800',
    '%41',
    '{token}',
    '.',
    'é',
  );
  const value = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 40 }),
    fc.array(pieces, { maxLength: 8 }).map((all) => all.join('')),
    fc.stringMatching(/^[A-Za-z0-9. ()-]{0,12}$/),
  );
  const field = fc.constantFrom('first_name', 'branch', 'unsubscribe_url');
  const values = fc.dictionary(field, fc.option(value, { nil: undefined }));
  const token = fc.oneof(fc.stringMatching(/^[A-Za-z0-9_-]{1,30}$/), fc.string({ minLength: 1, maxLength: 12 }));

  it('is the same as in any other transport: SendGrid’s replacing gives what the letter says', async () => {
    const letters = [
      sampleLetter(),
      sampleLetter({ unsubscribe: { by: 'link', link: 'https://union.example/{token}' } }),
      sampleLetter({
        unsubscribe: byLink,
        edition: { ...edition, text: 'See https://u.example/?next=[[unsubscribe_url|]] [[first_name|]]' },
      }),
    ];
    const prepared = await Promise.all(letters.map((letter) => prepareLetter(letter, settings)));
    fc.assert(
      fc.property(fc.nat(2), fc.array(fc.tuple(token, values), { minLength: 1, maxLength: 6 }), (which, drawn) => {
        const letter = letters[which] ?? sampleLetter();
        const one = prepared[which];
        if (!one) throw new Error();
        const addressees = drawn.map(([own, fields], number) => ({ ...reader(number, fields), token: own }));
        const body = bodyOf({ letter, addressees }, one, 'attempt');
        if ('refused' in body) throw new Error(JSON.stringify(body));
        const messages = expanded(JSON.parse(body.bytes.toString('utf8')));
        for (const [place, addressee] of addressees.entries()) {
          const { subject, text, html, to } = messages[place] ?? {};
          expect({ subject, text, html, to }).toEqual({ ...asRead(letter, addressee), to: addressee.address });
        }
      }),
      { numRuns: 500 },
    );
  });
});
