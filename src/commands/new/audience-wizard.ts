import { refusalOf } from '../../content/judge-answer.js';
import { addFile } from '../../flows/new/add-file.js';
import type { ExitCode } from '../../model/fault.js';
import { freshId, slugOf } from '../../model/slug.js';
import { audienceFile, type NewSource } from '../../scaffold/audience-file.js';
import { type Asking, asking } from '../asking.js';
import type { Context, Options } from '../command.js';
import { factsOf } from './facts.js';
import { finish } from './finish.js';

/** Asks, and writes what was answered. */
export async function runNewAudience(options: Options, context: Context): Promise<ExitCode> {
  const { root, facts } = await factsOf(context);
  const ask = asking(options, context.prompts);
  const title = await ask.text({
    flag: 'title',
    question: 'What are its readers?',
    refuse: (answer) => refusalOf('words', answer),
  });
  const why = await ask.text({
    flag: 'why',
    question: 'Why do they get mail? It stands below every one',
    suggested: `You receive this because you are one of the ${title} of ${facts.content.organisation.name} and agreed to get it.`,
    refuse: (answer) => refusalOf('words', answer),
  });
  const source = await askSource(ask, root);
  ask.finish();
  const id = freshId(slugOf(title) || 'readers', facts.taken.audiences);
  const path = `audiences/${id}.yaml`;
  const findings = addFile(root, { path, text: audienceFile({ title, why, source }) });
  return finish(
    { path, findings },
    [
      `See who is in it, and who is not: mailout audience check ${id}`,
      'Give it something to read: mailout new publication',
    ],
    options,
    root,
    context,
  );
}

async function askSource(ask: Asking, root: string): Promise<NewSource> {
  const kind = await ask.choose<NewSource['kind']>({
    flag: 'source',
    question: 'Where are its people?',
    choices: [
      { value: 'invented', title: 'nowhere yet: invent some, to try everything' },
      { value: 'csv', title: 'in a CSV file' },
      { value: 'xlsx', title: 'in an Excel workbook' },
    ],
    suggested: 'invented',
  });
  if (kind === 'invented') return { kind, count: 50 };
  const file = await ask.text({
    flag: 'file',
    question: 'Which file? It has to be in audiences/private/, which git ignores',
    suggested: `audiences/private/people.${kind}`,
    refuse: (answer) =>
      answer.startsWith('audiences/private/') && !answer.includes('..')
        ? undefined
        : 'A file with people in it belongs in audiences/private/, so that they never get into git.',
  });
  const { headingsOf } = await import('../../flows/new/headings.js');
  const headings = await headingsOf(root, kind, file);
  const email = await askColumn(ask, 'email-column', 'Which column has the email addresses?', headings, /e-?mail/i);
  const firstName = headings.find((heading) => /^(?:first|fore|given|known).*name|^forename/i.test(heading));
  const name = await ask.perhaps({
    flag: 'name-column',
    question: `Which column has first names?${firstName ? ` It seems to be “${firstName}”` : ''}`,
    refuse: (answer) =>
      headings.length === 0 || headings.includes(answer) ? undefined : `There are: ${headings.join(', ')}.`,
  });
  return { kind, file, email, firstName: name ?? firstName };
}

async function askColumn(ask: Asking, flag: string, question: string, headings: readonly string[], likely: RegExp) {
  const guess = headings.find((heading) => likely.test(heading));
  if (headings.length === 0) return ask.text({ flag, question, suggested: 'Email' });
  return ask.choose({
    flag,
    question,
    choices: headings.map((value) => ({ value, title: value })),
    ...(guess !== undefined && { suggested: guess }),
  });
}
