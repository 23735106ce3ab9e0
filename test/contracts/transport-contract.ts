import { simpleParser } from 'mailparser';
import PostalMime from 'postal-mime';
import { afterEach, describe, expect, it } from 'vitest';
import {
  type Addressee,
  type Letter,
  type Message,
  unsubscribeHeaders,
  valuesOf,
  wordsFor,
} from '../../src/delivery/message.js';
import type { OpenTransport } from '../../src/delivery/transports/transports.js';
import { slotValue } from '../../src/model/merge-slots.js';
import { reader, sampleLetter } from '../delivery/transports/sample.js';

/** What a reader has in her mail program, whichever way it came. */
export type Received = {
  readonly to: string;
  readonly from: string;
  readonly fromName: string;
  readonly replyTo: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  /** By name in lower case; those that lists have. */
  readonly headers: Readonly<Record<string, string>>;
};

export type TransportUnderTest = {
  readonly transport: OpenTransport;
  readonly mostPeople: number;
  /** Everything that readers have got by now. */
  readonly received: () => Promise<readonly Received[]>;
  readonly stop: () => Promise<void>;
};

const listHeaders = ['list-id', 'list-unsubscribe', 'list-unsubscribe-post', 'feedback-id'];

/** Only the headers that lists have. */
export function ofLists(headers: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  const named = Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value] as const);
  return Object.fromEntries(named.filter(([name]) => listHeaders.includes(name)));
}

/** A mail as two parsers that know nothing of one another read it; they have to agree. */
export async function parsed(mail: Uint8Array): Promise<Received> {
  const one = await byMailparser(mail);
  expect(await byPostalMime(mail)).toEqual(one);
  return one;
}

async function byMailparser(mail: Uint8Array): Promise<Received> {
  const { to, from, replyTo, subject, text, html, headerLines } = await simpleParser(Buffer.from(mail), {
    skipHtmlToText: true,
    skipTextToHtml: true,
  });
  const lines = headerLines.map(({ key, line }) => [key, unfolded(line.slice(line.indexOf(':') + 1))]);
  return {
    to: (to && 'text' in to ? to.text : '') ?? '',
    from: from?.value[0]?.address ?? '',
    fromName: from?.value[0]?.name ?? '',
    replyTo: replyTo?.value[0]?.address ?? '',
    subject: subject ?? '',
    text: withoutEnd(text ?? ''),
    html: withoutEnd(html || ''),
    headers: ofLists(Object.fromEntries(lines)),
  };
}

async function byPostalMime(mail: Uint8Array): Promise<Received> {
  const { to, from, replyTo, subject, text, html, headers } = await PostalMime.parse(mail);
  return {
    to: to?.[0]?.address ?? '',
    from: from?.address ?? '',
    fromName: from?.name ?? '',
    replyTo: replyTo?.[0]?.address ?? '',
    subject: subject ?? '',
    text: withoutEnd(text ?? ''),
    html: withoutEnd(html ?? ''),
    headers: ofLists(Object.fromEntries(headers.map(({ key, value }) => [key, unfolded(value)]))),
  };
}

/** RFC 5322, 2.2.3. */
function unfolded(value: string): string {
  return value.replace(/\r?\n(?=[ \t])/g, '').trim();
}

/** A mail ends with a line end, whatever its text ends with. */
export function withoutEnd(text: string): string {
  return text.replaceAll('\r\n', '\n').replace(/\n*$/, '');
}

/** What a letter says that a reader gets. */
function intended(letter: Letter, addressee: Addressee): Received {
  const { subject, text, html } = wordsFor(letter, (slot) => slotValue(slot, valuesOf(letter, addressee)));
  return {
    to: addressee.address,
    from: letter.sender.address,
    fromName: letter.sender.name,
    replyTo: letter.sender.replyTo ?? '',
    subject,
    text: withoutEnd(text),
    html: withoutEnd(html),
    headers: ofLists({ ...letter.headers, ...unsubscribeHeaders(letter, addressee) }),
  };
}

const long = `${'A paragraph of a newsletter, – with “quotation marks” and 🍎. '.repeat(40)}\n.\n..a line that begins with dots\nFrom here on\n`;
const welsh = sampleLetter({
  edition: {
    subject:
      'Newyddion ŵyl i [[first_name|gyfaill]], gyda llawer iawn o eiriau yn y pwnc fel nad yw’n ffitio ar un llinell',
    text: `Annwyl [[first_name|gyfaill]],\n\n${long}\n[[unsubscribe_url|]]\n`,
    html: `<!doctype html><html lang="cy"><body><p>Annwyl [[first_name|gyfaill]]</p>\n${long}<a href="[[unsubscribe_url|]]">x</a></body></html>`,
    mergeFields: ['first_name', 'unsubscribe_url'],
  },
  sender: { name: 'Undeb yr Addysgwyr Ŵyl', address: 'news@union.example' },
});

/** What every transport has to do, whatever it is. */
export function transportContract(name: string, start: () => Promise<TransportUnderTest>): void {
  describe(`every transport: ${name}`, () => {
    const open: TransportUnderTest[] = [];
    afterEach(async () => {
      for (const { transport, stop } of open.splice(0)) {
        await transport.close();
        await stop();
      }
    });

    async function started(): Promise<TransportUnderTest> {
      const one = await start();
      open.push(one);
      return one;
    }

    async function sendAll({ transport, mostPeople }: TransportUnderTest, { letter, addressees }: Message) {
      for (let from = 0; from < addressees.length; from += mostPeople) {
        const message = { letter, addressees: addressees.slice(from, from + mostPeople) };
        const outcome = await transport.send(message, `attempt-${from}`, new AbortController().signal);
        expect(outcome).toMatchObject({ outcome: 'accepted' });
      }
    }

    it.each<[string, Letter]>([
      ['in English', sampleLetter()],
      ['in Welsh, with long lines, dots and pictograms', welsh],
    ])('gives every reader the same message: %s', async (_, letter) => {
      const under = await started();
      const values = [
        {},
        { first_name: 'Ada', branch: 'Hull' },
        { first_name: 'Zoë "Z" & <Co> $& 漢字 🍎', branch: 'ä/ö' },
      ];
      const addressees = values.map((one, number) => reader(number, one));
      await sendAll(under, { letter, addressees });
      const received = [...(await under.received())].sort((a, b) => a.to.localeCompare(b.to, 'en'));
      expect(received).toEqual(addressees.map((addressee) => intended(letter, addressee)));
    });

    it('shows nobody who else got it', async () => {
      const under = await started();
      await sendAll(under, { letter: sampleLetter(), addressees: [reader(1), reader(2)] });
      for (const one of await under.received()) {
        const others = ['p1@example.org', 'p2@example.org'].filter((address) => address !== one.to);
        expect(JSON.stringify(one)).not.toContain(others[0]);
        expect(JSON.stringify(one)).not.toContain('pseudonym');
      }
    });

    it('has a link of the reader’s own in every header that unsubscribes (RFC 8058)', async () => {
      const under = await started();
      await sendAll(under, { letter: sampleLetter(), addressees: [reader(1), reader(2)] });
      for (const { to, headers } of await under.received()) {
        const [, number] = /^p(\d)@/.exec(to) ?? [];
        expect(headers['list-unsubscribe']).toContain(
          `<https://union.example/unsubscribe?r=token_${number}-AbC&l=news>`,
        );
        expect(headers['list-unsubscribe-post']).toBe('List-Unsubscribe=One-Click');
      }
    });

    it('sends nothing to nobody', async () => {
      const under = await started();
      const nobody = { letter: sampleLetter(), addressees: [] };
      await under.transport.send(nobody, 'attempt', new AbortController().signal);
      expect(await under.received()).toEqual([]);
    });

    it('sends nothing once it has been told to stop', async () => {
      const under = await started();
      const message = { letter: sampleLetter(), addressees: [reader(1)] };
      const outcome = await under.transport.send(message, 'attempt', AbortSignal.abort());
      expect(outcome).toEqual({ outcome: 'not-sent', why: 'stopped' });
      expect(await under.received()).toEqual([]);
    });
  });
}
