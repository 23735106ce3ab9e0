import type { Project } from '../../harness/project.js';

/** A slip that somebody makes in the sample workspace, and what a good colleague would say of it. */
export type Defect = {
  /** What the person did. */
  readonly name: string;
  readonly file: string;
  readonly change: (text: string) => string;
  /** Words of the changed file, on the line that has to be named; the last line that has them counts. */
  readonly on: string;
  /** What the words of the finding are about. */
  readonly says: RegExp;
  /** What else is wrong because of it. */
  readonly also?: RegExp;
};

const yemen = 'issues/items/human-rights/yemen-aid.md';
const webinar = 'issues/items/cuba/cuba-webinar.md';
const statement = 'issues/items/human-rights/india-farmers-statement.md';
const design = 'templates/weekly-digest/body.mjml';
const weekly = 'issues/monday-morning-mail-out/publication.yaml';
const issue = 'issues/monday-morning-mail-out/2021-03-15/issue.md';

/** Puts other words in the place of some that stand in a text exactly once. */
export function instead(old: string, fresh: string) {
  return (text: string): string => {
    if (text.split(old).length !== 2) throw new Error(`“${old}” does not stand there once.`);
    return text.replace(old, () => fresh);
  };
}

/** A paragraph more at the end of an item. */
function saying(words: string): Pick<Defect, 'file' | 'change' | 'on'> {
  return { file: yemen, change: (text) => `${text.trimEnd()}\n\n${words}\n`, on: words.split('\n')[0] ?? '' };
}

/** A setting more in an item. */
function setting(file: string, lines: string, on = lines.split('\n')[0] ?? ''): Pick<Defect, 'file' | 'change' | 'on'> {
  return { file, change: (text) => text.replace(/\n---\n/, () => `\n${lines}\n---\n`), on };
}

export const defects: readonly Defect[] = [
  // Days and deadlines
  { name: 'got the weekday wrong', ...saying('We meet again on Monday 23 March 2021 in Leeds.'), says: /Tuesday/ },
  {
    name: 'made up a date',
    ...saying('The vigil is on 31 April 2021 in Leeds.'),
    says: /31 April|no such|there is no/i,
  },
  { name: 'wrote a date with th', ...saying('The vigil is on 23rd March 2021 in Leeds.'), says: /23 March 2021/ },
  { name: 'wrote 12pm', ...saying('The vigil begins at 12pm on 23 March 2021.'), says: /midday|noon|12pm/ },
  { name: 'wrote “tomorrow”', ...saying('The vigil is tomorrow in the town hall.'), says: /tomorrow/i },
  {
    name: 'gave another day in the text than in the deadline',
    file: yemen,
    change: instead('after 5pm on Friday 26 March. Please', 'after 5pm. It closes on Friday 19 March. Please'),
    on: 'It closes on Friday 19 March',
    says: /19 March|26 March|deadline|close/i,
  },
  {
    name: 'made a booking close after the event',
    file: webinar,
    change: instead('deadline: 2021-03-30T12:00', 'deadline: 2021-04-30T12:00'),
    on: 'deadline: 2021-04-30T12:00',
    says: /after|over|begun|starts/i,
    also: /by noon on 30 March/,
  },
  {
    name: 'forgot when the event starts',
    file: webinar,
    change: instead('starts: 2021-03-31T18:00', 'starts: 2021-03-31'),
    on: 'starts: 2021-03-31',
    says: /time|when|o’clock|hour/i,
  },
  {
    name: 'left an urgent action without any deadline',
    file: yemen,
    change: (text) =>
      text
        .replace('deadline: 2021-03-26T17:00\n', '')
        .replace('runs: { from: 2021-03-08, until: 2021-03-29 }', 'runs: { from: 2021-03-08 }'),
    on: 'priority: urgent',
    says: /deadline|by when|urgent/i,
    also: /this Friday/,
  },
  // Links
  {
    name: 'pasted a link from Outlook',
    ...saying(
      'Please [sign the letter](https://eur03.safelinks.protection.outlook.com/?url=https%3A%2F%2Fwww.example.org%2Fa&data=05) now.',
    ),
    says: /Outlook|wrapp/i,
  },
  {
    name: 'copied an address from a newsletter',
    ...saying('Please [sign the letter](https://www.example.org/a?utm_source=x&utm_medium=y) now.'),
    says: /track|tells|spy|utm/i,
  },
  { name: 'used a shortener', ...saying('Please [sign the letter](https://bit.ly/3abcDEF) now.'), says: /bit\.ly/ },
  { name: 'wrote http', ...saying('Please [sign the letter](http://www.example.org/a) now.'), says: /encrypt|https/i },
  {
    name: 'wrote “click here”',
    ...saying('To sign the letter, [click here](https://www.example.org/a).'),
    says: /click here/,
  },
  {
    name: 'left the address bare',
    ...saying('Sign it at https://www.example.org/letters/yemen-2021 now.'),
    says: /address|https/,
  },
  {
    name: 'linked to the intranet',
    ...saying('Please [use the form](https://intranet/forms/7) now.'),
    says: /cannot open|network|intranet/i,
  },
  {
    name: 'linked to a document for colleagues',
    ...saying('Please [use the form](https://unionuk.sharepoint.com/sites/intl/form.docx) now.'),
    says: /colleagues|cannot open|SharePoint/i,
  },
  {
    name: 'linked to a number',
    ...saying('Please [use the form](https://203.0.113.9/form) now.'),
    says: /203\.0\.113\.9/,
  },
  {
    name: 'let Word make a dash in an address',
    ...saying('Please [use the form](https://www.example.org/stand–up) now.'),
    says: /–/,
  },
  {
    name: 'named one site and linked to another',
    ...saying('Find it at [www.parliament.uk/petitions](https://www.example.org/a) now.'),
    says: /parliament\.uk/,
  },
  {
    name: 'did not say that it is a PDF',
    ...saying('Read [the report of the inquiry](https://www.example.org/report.pdf) first.'),
    says: /pdf|file/i,
  },
  {
    name: 'left a password in an address',
    ...saying('Read [the report](https://ada:secret@www.example.org/report) first.'),
    says: /password|name/i,
  },
  // Wording
  { name: 'misspelt a word', ...saying('The goverment has said nothing about it.'), says: /goverment/ },
  {
    name: 'wrote as Americans do',
    ...saying('The labor movement stands by them in many colors.'),
    says: /labour|colour/,
  },
  { name: 'wrote a word twice', ...saying('They asked for the the letter to be read.'), says: /the the|twice/i },
  { name: 'wrote “a” for “an”', ...saying('It was a honest answer to them.'), says: /\ban\b/ },
  { name: 'left a note to herself', ...saying('The number of schools is TBC.'), says: /TBC/ },
  { name: 'left filler text in', ...saying('Lorem ipsum dolor sit amet.'), says: /lorem/i },
  { name: 'shouted', ...saying('WE MUST NOT LET THIS HAPPEN again to them.'), says: /capital/i },
  {
    name: 'made a list with bullets from Word',
    ...saying('• one thing to do\n• another thing to do'),
    says: /list|•/i,
  },
  {
    name: 'made a heading of bold words',
    ...saying('**What you can do**\n\nWrite to them before the vote.'),
    says: /heading|bold/i,
  },
  {
    name: 'pasted an invisible character',
    ...saying('Sign the peti\u200Btion before it closes.'),
    says: /invisible|see/i,
  },
  // Pictures
  {
    name: 'described a picture as a picture',
    file: yemen,
    change: instead('alt: A teacher at a small blackboard', 'alt: Image of a teacher at a small blackboard'),
    on: 'alt: Image of',
    says: /Image of|picture/i,
  },
  {
    name: 'named the file where the description belongs',
    file: webinar,
    change: (text) => text.replace(/alt: .*/, 'alt: IMG_2041.jpg'),
    on: 'alt: IMG_2041.jpg',
    says: /file|IMG_2041/i,
  },
  // People
  {
    name: 'gave a private mobile number',
    ...saying('Questions? Ring Ada on 07700 900123 after school.'),
    says: /number|telephone|phone|mobile/i,
  },
  {
    name: 'gave a private address for mail',
    ...saying('Questions? Write to ada.lovelace.teacher@gmail.com after school.'),
    says: /private|personal|gmail|address/i,
  },
  {
    name: 'named people at risk without having asked',
    ...setting(yemen, 'sensitive: true'),
    says: /asked|consent|agree/i,
  },
  {
    name: 'listed a signatory twice',
    file: statement,
    change: (text) => text.replace(/( {4}- \{ name: .*\n)/, '$1$1'),
    on: '- { name: Harjit Kaur Dhillon',
    says: /twice|already|two/i,
  },
  // Merge tags of other programs
  { name: 'typed a tag of another program', ...saying('Dear *|FNAME|*, thank you for signing.'), says: /FNAME/ },
  {
    name: 'typed a tag in braces',
    ...saying('Dear {{first_name}}, thank you for signing.'),
    says: /first_name|brace/i,
  },
  // The issue
  {
    name: 'shouted in the subject',
    file: issue,
    change: (text) => text.replace(/^subject: .*$/m, 'subject: SIGN NOW!!! LAST CHANCE'),
    on: 'subject: SIGN NOW',
    says: /capital|shout|exclamation|“!”/i,
  },
  {
    name: 'pretended to reply',
    file: issue,
    change: (text) => text.replace(/^subject: .*$/m, 'subject: "RE: your petition for Yemen"'),
    on: 'subject: "RE:',
    says: /RE:|reply|answer/i,
  },
  {
    name: 'wrote the subject once more as the preheader',
    file: issue,
    change: (text) =>
      text
        .replace(/^subject: (.*)$/m, 'subject: Yemen is close to famine and aid is being cut')
        .replace(/^preheader: .*$/m, 'preheader: Yemen is close to famine and aid is being cut'),
    on: 'preheader: Yemen',
    says: /subject|same|again|repeat/i,
  },
  // The newsletter
  {
    name: 'sends from a private mailbox',
    file: weekly,
    change: instead('address: mail-out@union.example.org', 'address: our.union@gmail.com'),
    on: 'address: our.union@gmail.com',
    says: /gmail|domain|own/i,
  },
  {
    name: 'sends from an address that nobody reads',
    file: weekly,
    change: instead('reply-to: international@union.example.org', 'reply-to: no-reply@union.example.org'),
    on: 'reply-to: no-reply@',
    says: /repl|answer|reads/i,
  },
  // The design
  {
    name: 'left a picture of the design without words',
    file: design,
    change: (text) =>
      `${text}\n<mj-section><mj-column><mj-image src="https://www.example.org/logo.png" width="100px" /></mj-column></mj-section>\n`,
    on: '',
    says: /picture|image|words|alt/i,
  },
  {
    name: 'made small print',
    file: design,
    change: (text) =>
      `${text}\n<mj-section><mj-column><mj-text font-size="9px">Printed by the union in London.</mj-text></mj-column></mj-section>\n`,
    on: '',
    says: /9 pixels|small/i,
  },
  {
    name: 'printed grey on white',
    file: design,
    change: (text) =>
      `${text}\n<mj-section background-color="#ffffff"><mj-column><mj-text font-size="16px" color="#bbbbbb">Printed by the union in London.</mj-text></mj-column></mj-section>\n`,
    on: '',
    says: /contrast|stand|read/i,
  },
  {
    name: 'linked to a page without its address',
    file: design,
    change: (text) =>
      `${text}\n<mj-section><mj-column><mj-text font-size="16px"><a href="/privacy" style="text-decoration:underline;color:#222222">Privacy</a></mj-text></mj-column></mj-section>\n`,
    on: '',
    says: /privacy/i,
  },
];

/** The line of a file on which a defect has to be found: where its words stand, or, of a design as a whole, the first. */
export function lineOf({ file, on }: Defect, project: Project): number {
  const lines = project.read(file).split('\n');
  return on === '' ? 1 : lines.findLastIndex((line) => line.includes(on)) + 1;
}
