import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { valuesOf, wordsFor } from '../../../src/delivery/message.js';
import { mimeOf } from '../../../src/delivery/transports/mime.js';
import { slotValue } from '../../../src/model/merge-slots.js';
import { parsed, withoutEnd } from '../../contracts/transport-contract.js';
import { reader, sampleLetter } from './sample.js';

const stamp = { messageId: '0123@union.example', date: new Date(Date.UTC(2027, 2, 22, 9)), boundary: 'abcdef' };

describe('a whole mail', () => {
  it('has what RFC 5322 wants of one, once each, and both parts, the text first', async () => {
    const mail = (await mimeOf(sampleLetter(), reader(1), stamp)).toString('latin1');
    const [head = ''] = mail.split('\r\n\r\n');
    const names = [...head.matchAll(/^([A-Za-z-]+):/gm)].map(([, name]) => name?.toLowerCase());
    expect([...names].sort()).toEqual([
      'content-type',
      'date',
      'feedback-id',
      'from',
      'list-id',
      'list-unsubscribe',
      'list-unsubscribe-post',
      'message-id',
      'mime-version',
      'reply-to',
      'subject',
      'to',
    ]);
    expect(head).toContain('Message-ID: <0123@union.example>');
    expect(head).toContain('Date: Mon, 22 Mar 2027 09:00:00 +0000');
    expect([...mail.matchAll(/Content-Type: (\S+);/g)].map(([, type]) => type)).toEqual([
      'multipart/alternative',
      'text/plain',
      'text/html',
    ]);
  });

  it('is lines that every server takes: short, ASCII, ended by CR LF', async () => {
    const html = `<p>${'é'.repeat(3_000)}${'x'.repeat(3_000)}</p>\n.\n`;
    const letter = sampleLetter({
      edition: { subject: `ŵ${'y'.repeat(500)}`, text: `${'漢'.repeat(3_000)}\n.\n`, html, mergeFields: [] },
    });
    const mail = (await mimeOf(letter, reader(1), stamp)).toString('latin1');
    expect(mail.replaceAll('\r\n', '')).toMatch(/^[\x20-\x7e\t]*$/);
    expect(Math.max(...mail.split('\r\n').map((line) => line.length))).toBeLessThanOrEqual(78);
  });

  it('says the same to two parsers as the letter does, whatever a reader is called', async () => {
    const letter = sampleLetter();
    const value = fc.string({ unit: 'binary', maxLength: 80 });
    await fc.assert(
      fc.asyncProperty(value, value, async (first_name, branch) => {
        const addressee = reader(1, { first_name, branch });
        const { subject, text, html } = wordsFor(letter, (slot) => slotValue(slot, valuesOf(letter, addressee)));
        const mail = await parsed(await mimeOf(letter, addressee, stamp));
        expect([mail.text, mail.html]).toEqual([withoutEnd(text), withoutEnd(html)]);
        expect(mail.subject).toBe(subject);
      }),
    );
  });

  it('has a link that leads nowhere where the provider’s group would have made one', async () => {
    const letter = sampleLetter({ unsubscribe: { by: 'group', group: 1 } });
    const mail = await parsed(await mimeOf(letter, reader(1), stamp));
    expect(mail.html).toContain('<a href="https://unsubscribe.invalid/">');
    expect(mail.headers).not.toHaveProperty('list-unsubscribe');
  });
});
