import type { MailBody, Personalization } from './mail-body.js';

/** A message as a reader gets it from SendGrid, as far as its words and headers go. */
export type Expanded = {
  readonly to: string;
  readonly from: { readonly email: string; readonly name?: string };
  readonly replyTo: string | undefined;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly headers: Readonly<Record<string, string>>;
};

/**
 * What SendGrid makes of a request: one message for each personalization, every tag found and replaced, literally and
 * wherever it stands (sendgrid.md, 2.1). The links of an unsubscribe group stay as tags.
 */
export function expanded(body: MailBody): readonly Expanded[] {
  return body.personalizations.map((one) => {
    const part = (type: string) => (body.content ?? []).find((content) => content.type === type)?.value ?? '';
    return {
      to: one.to[0]?.email ?? '',
      from: body.from,
      replyTo: body.reply_to && replaced(body.reply_to.email, one),
      subject: replaced(one.subject ?? body.subject ?? '', one),
      text: replaced(part('text/plain'), one),
      html: replaced(part('text/html'), one),
      headers: { ...body.headers, ...one.headers },
    };
  });
}

function replaced(text: string, { substitutions = {} }: Personalization): string {
  return Object.entries(substitutions).reduce((words, [tag, value]) => words.replaceAll(tag, () => value), text);
}
