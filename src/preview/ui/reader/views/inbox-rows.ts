import { type Cut, cutTo, lettersOf } from './letters.js';

/** What an inbox shows of an email before it is opened. */
export type InboxRow = {
  readonly program: 'gmail' | 'outlook' | 'iphone';
  readonly name: string;
  readonly sender: Cut;
  readonly subject: Cut;
  readonly preheader: Cut;
};

/*
 * Rows are cut by published counts of letters and not by width: the letters of Gmail, Outlook and the iPhone are not
 * here to be measured, and a count says the same on every computer.
 *
 * - Gmail: 70 letters of a subject (theorchardagency.com.au, "Subject line length and open rates"); 90 to 110 of
 *   preheader, on the same line as the subject, which pushes it out (rocktheinbox.com, module 7; mailneo.co, "Preview
 *   text"). So subject, dash and preheader share 110.
 * - Outlook: 54 of a subject (the same table, "Outlook 2010 preview"), about 55 of preheader (Litmus and others).
 * - iPhone: 48 and 99, measured on an iPhone 14 and an SE (emailtooltester.com, "Email subject lines: character limit").
 * - Senders: 20 to 25 on phones (campaign.name, "Email subject line tester"); the columns of the others are like it.
 */
const gmail = { sender: 20, subject: 70, line: 110 };
const dash = 3;
const outlook = { sender: 30, subject: 54, preheader: 55 };
const iphone = { sender: 25, subject: 48, preheader: 99 };

/** The rows of the three inboxes that most readers have. */
export function inboxRows(sender: string, subject: string, preheader: string): readonly InboxRow[] {
  const shared = cutTo(subject, gmail.subject);
  return [
    {
      program: 'gmail',
      name: 'Gmail on the web',
      sender: cutTo(sender, gmail.sender),
      subject: shared,
      preheader: cutTo(preheader, gmail.line - dash - lettersOf(shared.shown).length),
    },
    { program: 'outlook', name: 'Outlook on a computer', ...apart(outlook) },
    { program: 'iphone', name: 'Mail on an iPhone', ...apart(iphone) },
  ];

  function apart(room: typeof outlook) {
    return {
      sender: cutTo(sender, room.sender),
      subject: cutTo(subject, room.subject),
      preheader: cutTo(preheader, room.preheader),
    };
  }
}

/** The row of the inbox that shows least of a text. */
export function narrowest(rows: readonly InboxRow[], of: 'subject' | 'preheader'): InboxRow | undefined {
  return rows.toSorted((one, other) => other[of].lost.length - one[of].lost.length)[0];
}
