import { exitCode, Fault } from '../model/fault.js';

const copyText = 'Copy its text into a plain text file (.txt) and import that.';
const saveAsDocx = 'Open it in its own program, save it as a Word document (.docx), and import that.';
const lookAgain = 'Look whether it is the right file, or get it again from whoever wrote it.';

const faults = {
  empty: { words: 'There is nothing in it.', fix: 'Look whether it is the right file or address.' },
  'is-picture': { words: 'This is a picture, and mailout reads text only.', fix: 'Type its words into a text file.' },
  'is-pdf': { words: 'This is a PDF, of which the text cannot be told from the layout.', fix: copyText },
  'is-old-word': { words: 'This is a document of an old version of Word or Outlook.', fix: saveAsDocx },
  'is-opendocument': { words: 'This is an OpenDocument file, such as LibreOffice writes.', fix: saveAsDocx },
  'is-workbook': { words: 'This is a workbook of Excel.', fix: copyText },
  'is-slides': { words: 'This is a presentation of PowerPoint.', fix: copyText },
  'is-rtf': { words: 'This is a document in Rich Text Format (.rtf).', fix: saveAsDocx },
  'is-archive': {
    words: 'This is an archive of files.',
    fix: 'Unpack it and import what is in it, one file at a time.',
  },
  'is-program': { words: 'This is a program, or a file that only a program reads.', fix: lookAgain },
  'is-xml': { words: 'This is an XML file, but neither a feed nor a web page.', fix: copyText },
  'is-json': {
    words: 'This is a JSON file, but not a JSON Feed.',
    fix: 'Look for the address of the feed, or import the web page itself.',
  },
  'too-big': { words: 'It is larger than anything that mailout imports.', fix: copyText },
  'too-much': {
    words: 'It has more markup in it than any text needs, or markup nested deeper than any text.',
    fix: copyText,
  },
  'feed-doctype': {
    words: 'The feed declares entities of its own, which no feed needs and which can fill the memory.',
    fix: 'Tell whoever publishes it, and import the web page instead.',
  },
  'feed-damaged': {
    words: 'The feed is not written as feeds are, so it cannot be read.',
    fix: 'Import the web page instead, and tell whoever publishes the feed.',
  },
  'no-article': {
    words: 'No article was found on this page: it may be a list of others, or its text may come by a script.',
    fix: 'Open the page, copy the text of it into a plain text file (.txt), and import that.',
  },
  'word-damaged': {
    words: 'The Word document is damaged, or a part of it is missing.',
    fix: 'Open it in Word or LibreOffice, save it under another name, and import that.',
  },
  'word-bomb': {
    words: 'The Word document unpacks to far more than a document of text can be.',
    fix: lookAgain,
  },
  'word-doctype': {
    words: 'The Word document has declarations in it that no program writes into one.',
    fix: 'Open it in Word or LibreOffice, save it under another name, and import that.',
  },
  'word-password': {
    words: 'The Word document is protected with a password.',
    fix: 'Open it, save it without a password, and import that.',
  },
  'mail-damaged': {
    words: 'The mail is not written as mails are, or nested deeper than any, so it cannot be read.',
    fix: copyText,
  },
  'no-text': { words: 'There is no text in it.', fix: 'Look whether it is the right file or address.' },
} as const satisfies Record<string, { words: string; fix: string }>;

/** Why some material cannot be read as a whole. */
export function importingFault(what: keyof typeof faults): Fault {
  return new Fault({ code: `importing/${what}`, exit: exitCode.findings, ...faults[what] });
}

/**
 * Does what a library does with material that anybody may have written. Messages of libraries quote what they read, and
 * a stack that overflows is no bug of ours, so that whatever goes wrong is the one fault.
 *
 * @throws Fault
 */
export async function orFault<T>(what: keyof typeof faults, work: () => T | Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw error instanceof Fault ? error : importingFault(what);
  }
}
