import type { MailService } from '@sendgrid/mail';
import { exitCode, Fault } from '../../../model/fault.js';
import type { PostReply, ProviderPost } from '../../../model/provider-post.js';
import { outcomeOf } from './answers.js';

type Client = Parameters<MailService['setClient']>[0];
type ClientResult = Awaited<ReturnType<Client['request']>>;

/**
 * SendGrid's own SDK, for whoever wants to write a mail in its words. Its requests go the way of ours: its own client
 * follows redirects, waits for ever, and has the key and all recipients in its errors (sendgrid.md, 6). The headers of a
 * message, which it would make headers of the request as well, are left out of that.
 *
 * Its `send` rejects with a Fault where the mail was not accepted. Never more than 1,000 people in one call.
 */
export async function sdkMailService(post: ProviderPost): Promise<MailService> {
  const sdk = await import('@sendgrid/mail');
  const service = new sdk.MailService();
  service.setClient(clientOver(post));
  // Tags are what they are; the SDK would put braces around them.
  service.setSubstitutionWrappers('', '');
  return service;
}

function clientOver(post: ProviderPost): Client {
  const client: Client = {
    request: async ({ url, method, body }) => {
      if (method !== 'POST' || url !== '/v3/mail/send') throw refused('The SDK may do nothing but send mail.');
      const bytes = Buffer.from(JSON.stringify(body));
      return resultOf(await post(url, bytes, new AbortController().signal));
    },
    // The key and the host are known to whoever posts, and nothing that is set here could change them.
    setApiKey: () => {},
    setTwilioEmailAuth: () => {},
    setImpersonateSubuser: () => {},
    setDefaultHeader: () => client,
    setDefaultRequest: () => client,
    setDataResidency: () => client,
    createHeaders: (headers) => headers,
    createRequest: (request) => request,
  };
  return client;
}

function resultOf(reply: PostReply): ClientResult {
  const asked = { people: 1, now: Date.now() };
  const outcomes = [true, false].map((sandbox) => outcomeOf(reply, { ...asked, sandbox }));
  if (reply.kind === 'answer' && outcomes.some(({ outcome }) => outcome === 'accepted')) {
    const id = reply.header('x-message-id');
    return [{ statusCode: reply.status, body: {}, headers: id === undefined ? {} : { 'x-message-id': id } }, {}];
  }
  const isUnknown = outcomes.every(({ outcome }) => outcome === 'unknown');
  throw refused(isUnknown ? 'It is unknown whether SendGrid took the mail.' : 'SendGrid did not take the mail.');
}

function refused(words: string): Fault {
  return new Fault({
    code: 'delivery/sdk',
    exit: exitCode.incomplete,
    words,
    fix: 'Run “mailout doctor”. If it is unknown whether the mail arrived, look before you send it again.',
  });
}
