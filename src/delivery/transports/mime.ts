import MailComposer from 'nodemailer/lib/mail-composer';
import { slotValue } from '../../model/merge-slots.js';
import { type Addressee, type Letter, unsubscribeField, unsubscribeHeaders, valuesOf, wordsFor } from '../message.js';

/** What a mail has that no reader looks at. */
export type MailStamp = {
  /** Without angle brackets: "id@example.org". */
  readonly messageId: string;
  readonly date: Date;
  /** What the boundary between its parts is made of. */
  readonly boundary: string;
};

/** What stands in the place of the link that the provider would make. The name can never be anybody's (RFC 2606, 2). */
const noLink = 'https://unsubscribe.invalid/';

/**
 * A whole mail to one reader (RFC 5322, 2045–2047). Equal input gives equal bytes: there is no clock and no chance in it
 * that is not in the stamp.
 */
export function mimeOf(letter: Letter, addressee: Addressee, stamp: MailStamp): Promise<Buffer> {
  const { sender, headers, unsubscribe } = letter;
  const values = {
    ...(unsubscribe.by === 'group' && { [unsubscribeField]: noLink }),
    ...valuesOf(letter, addressee),
  };
  const words = wordsFor(letter, (slot) => slotValue(slot, values));
  const composer = new MailComposer({
    from: { name: sender.name, address: sender.address },
    to: { name: '', address: addressee.address },
    ...(sender.replyTo !== undefined && { replyTo: { name: '', address: sender.replyTo } }),
    subject: words.subject,
    text: words.text,
    html: words.html,
    headers: { ...headers, ...unsubscribeHeaders(letter, addressee) },
    messageId: `<${stamp.messageId}>`,
    date: stamp.date,
    baseBoundary: stamp.boundary,
    textEncoding: 'quoted-printable',
    newline: 'windows',
    xMailer: false,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return composer.compile().build();
}
