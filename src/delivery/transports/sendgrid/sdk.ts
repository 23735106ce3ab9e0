import type { MailDataRequired, MailService } from '@sendgrid/mail';

type Client = Parameters<MailService['setClient']>[0];

/**
 * The body of the request that SendGrid's SDK makes of a mail. Nothing is sent: the SDK's own client follows redirects,
 * waits for ever, makes headers of the mail headers of the request, and has the key and all recipients in its errors
 * (sendgrid.md, 6). So it is replaced, in the one service that the SDK has, by one that hands requests back.
 *
 * Rejects with what the SDK throws where it does not understand the mail.
 */
export async function requestBody(mail: MailDataRequired): Promise<Readonly<Record<string, unknown>>> {
  const { default: service } = await import('@sendgrid/mail');
  service.setClient(client);
  const [{ body }] = await service.send(mail);
  return { ...body };
}

const client: Client = {
  request: async ({ body }) => [{ statusCode: 0, body, headers: {} }, {}],
  // The key and the host are known to whoever posts.
  setApiKey: () => {},
  setTwilioEmailAuth: () => {},
  setImpersonateSubuser: () => {},
  setDefaultHeader: () => client,
  setDefaultRequest: () => client,
  setDataResidency: () => client,
  createHeaders: (headers) => headers,
  createRequest: (request) => request,
};
