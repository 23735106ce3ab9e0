import { describe, expect, it } from 'vitest';
import { outcomeOf } from '../../../../src/delivery/transports/sendgrid/answers.js';
import type { PostReply } from '../../../../src/model/provider-post.js';

const now = 1_800_000_000_000;

function answer(status: number, text = '', headers: Readonly<Record<string, string>> = {}): PostReply {
  return { kind: 'answer', status, text, header: (name) => headers[name] };
}

function outcome(reply: PostReply, people = 3, sandbox = false) {
  return outcomeOf(reply, { people, sandbox, now });
}

function refusal(...fields: readonly (string | null | undefined)[]): PostReply {
  const errors = fields.map((field) => ({ message: 'ada@example.org is bad', ...(field !== undefined && { field }) }));
  return answer(400, JSON.stringify({ errors }));
}

describe('an answer of SendGrid’s', () => {
  it.each<[string, PostReply, object]>([
    ['202', answer(202, '', { 'x-message-id': 'abc.DEF-1_2' }), { outcome: 'accepted', id: 'abc.DEF-1_2' }],
    ['202 of which the rest broke off', answer(202), { outcome: 'accepted' }],
    ['202 with an odd id', answer(202, '', { 'x-message-id': 'ada@example.org' }), { outcome: 'accepted' }],
    ['200 without the sandbox', answer(200), { outcome: 'unknown', why: 'not-the-provider' }],
    ['204', answer(204), { outcome: 'unknown', why: 'not-the-provider' }],
    ['200 of a captive portal', answer(200, '<html>Log in</html>'), { outcome: 'unknown', why: 'not-the-provider' }],
    ['301', answer(301), { outcome: 'rejected', kind: 'bug', reason: '301' }],
    ['307', answer(307), { outcome: 'rejected', kind: 'bug', reason: '307' }],
    ['400 without words', answer(400), { outcome: 'rejected', kind: 'message', reason: '400' }],
    ['400 in HTML', answer(400, '<html>'), { outcome: 'rejected', kind: 'message', reason: '400' }],
    [
      '422',
      answer(422, '{"errors":[{"field":"subject"}]}'),
      { outcome: 'rejected', kind: 'message', reason: '422 subject' },
    ],
    ['401', answer(401), { outcome: 'rejected', kind: 'credentials', reason: '401' }],
    [
      '401 for credits',
      answer(401, '{"errors":[{"message":"Maximum credits exceeded"}]}'),
      { outcome: 'rejected', kind: 'credentials', reason: '401 credits' },
    ],
    ['403', answer(403), { outcome: 'rejected', kind: 'credentials', reason: '403' }],
    ['404', answer(404), { outcome: 'rejected', kind: 'bug', reason: '404' }],
    ['405', answer(405), { outcome: 'rejected', kind: 'bug', reason: '405' }],
    ['406', answer(406), { outcome: 'rejected', kind: 'bug', reason: '406' }],
    ['407 of a proxy', answer(407), { outcome: 'rejected', kind: 'bug', reason: '407' }],
    ['413', answer(413, '<html>'), { outcome: 'rejected', kind: 'too-large', reason: '413' }],
    ['415', answer(415), { outcome: 'rejected', kind: 'bug', reason: '415' }],
    ['421', answer(421), { outcome: 'unknown', why: 'not-the-provider' }],
    ['429', answer(429), { outcome: 'throttled' }],
    ['500', answer(500), { outcome: 'unknown', why: 'server-error' }],
    ['502', answer(502, '<html>'), { outcome: 'unknown', why: 'server-error' }],
    ['503', answer(503), { outcome: 'unknown', why: 'server-error' }],
    ['504', answer(504), { outcome: 'unknown', why: 'server-error' }],
    ['599', answer(599), { outcome: 'unknown', why: 'server-error' }],
  ])('%s', (_, reply, expected) => expect(outcome(reply)).toEqual(expected));

  it.each(['no-such-host', 'refused', 'connect-timeout', 'tls', 'stopped'] as const)('none, not sent: %s', (why) => {
    expect(outcome({ kind: 'not-sent', why })).toEqual({ outcome: 'not-sent', why });
  });

  it.each(['broke-off', 'no-answer', 'stopped'] as const)('none, and nobody knows: %s', (why) => {
    expect(outcome({ kind: 'lost', why })).toEqual({ outcome: 'unknown', why });
  });

  it('says in the sandbox with 200 that all is well, and 202 is no such answer', () => {
    expect(outcome(answer(200), 3, true)).toEqual({ outcome: 'accepted' });
    expect(outcome(answer(202), 3, true)).toEqual({ outcome: 'unknown', why: 'not-the-provider' });
  });

  it('never counts as accepted what is neither 202 nor, in the sandbox, 200', () => {
    for (let status = 100; status < 600; status += 1) {
      for (const sandbox of [true, false]) {
        const isAccepted = outcome(answer(status), 3, sandbox).outcome === 'accepted';
        expect(isAccepted, `${status} ${sandbox}`).toBe(status === (sandbox ? 200 : 202));
      }
    }
  });
});

describe('a refusal', () => {
  it.each<[string, PostReply, object]>([
    ['of one', refusal('personalizations.1.to.0.email'), { kind: 'address', places: [1] }],
    ['of one, in short', refusal('personalizations.1.to'), { kind: 'address', places: [1] }],
    ['of one, in brackets', refusal('personalizations[2].to[0].email'), { kind: 'address', places: [2] }],
    [
      'of two',
      refusal('personalizations.2.to.0.email', 'personalizations.0.to', 'personalizations.2.to'),
      { kind: 'address', places: [0, 2] },
    ],
    ['of one’s values', refusal('personalizations.0.substitutions'), { kind: 'address', places: [0] }],
    [
      'of all addresses',
      refusal('personalizations.0.to', 'personalizations.1.to', 'personalizations.2.to'),
      { kind: 'address', places: [0, 1, 2] },
    ],
    [
      'of everybody, but not of addresses',
      refusal('personalizations.0.headers', 'personalizations.1.headers', 'personalizations.2.headers'),
      { kind: 'message' },
    ],
    ['of somebody', refusal('personalizations'), { kind: 'address', places: undefined }],
    ['of somebody who is not in it', refusal('personalizations.3.to.0.email'), { kind: 'address', places: undefined }],
    ['of the message', refusal('from.email'), { kind: 'message' }],
    ['of the message and of one', refusal('from.email', 'personalizations.1.to'), { kind: 'message' }],
    ['of no field', refusal(null), { kind: 'message' }],
    ['of a field called null', refusal('null'), { kind: 'message' }],
    ['without a field', refusal(undefined), { kind: 'message' }],
    ['that is a list of something else', answer(400, '{"errors":[null,7,"x"]}'), { kind: 'message' }],
    ['that is cut', answer(400, '{"errors":[{"field":"personaliz'), { kind: 'message' }],
  ])('%s', (_, reply, { places, kind }: { places?: unknown; kind?: unknown }) => {
    const found = outcome(reply);
    expect(found).toMatchObject({ outcome: 'rejected', kind });
    expect('places' in found ? found.places : undefined).toEqual(places);
  });

  it('is told by a code alone, with nobody’s address or name in it', () => {
    const found = outcome(
      refusal('personalizations.1.headers.ada@example.org', 'personalizations.0.substitutions.-Ada-'),
    );
    expect(found).toMatchObject({ reason: '400 personalizations.headers personalizations.substitutions' });
  });

  it('has equal codes for equal causes, whoever they are about', () => {
    const codes = [0, 1, 2].map((place) => outcome(refusal(`personalizations.${place}.to.0.email`)));
    expect(new Set(codes.map((found) => 'reason' in found && found.reason)).size).toBe(1);
  });
});

describe('when to try again', () => {
  const seconds = now / 1_000;
  it.each<[string, Record<string, string>, number | undefined]>([
    ['at a time', { 'x-ratelimit-reset': String(seconds + 7) }, now + 7_000],
    ['in seconds', { 'retry-after': '3' }, now + 3_000],
    ['at a date', { 'retry-after': new Date(now + 9_000).toUTCString() }, now + 9_000],
    ['at the later of two', { 'retry-after': '3', 'x-ratelimit-reset': String(seconds + 7) }, now + 7_000],
    ['not told', {}, undefined],
    ['in the past', { 'x-ratelimit-reset': String(seconds - 7) }, undefined],
    ['at once', { 'retry-after': '0' }, undefined],
    ['in words', { 'retry-after': 'soon', 'x-ratelimit-reset': 'later' }, undefined],
    ['in a number that is none', { 'retry-after': '-3', 'x-ratelimit-reset': '1e99' }, undefined],
  ])('%s', (_, headers, until) => {
    expect(outcome(answer(429, '', headers))).toEqual({ outcome: 'throttled', ...(until !== undefined && { until }) });
  });
});
