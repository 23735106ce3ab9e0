import { addFile } from '../../flows/new/add-file.js';
import { type ExitCode, exitCode, Fault } from '../../model/fault.js';
import { publicationFile } from '../../scaffold/publication-file.js';
import { asking } from '../asking.js';
import type { Context, Options } from '../command.js';
import { askPublication, designChoices } from './ask-publication.js';
import { factsOf } from './facts.js';
import { finish } from './finish.js';

/** Asks, and writes what was answered. */
export async function runNewPublication(options: Options, context: Context): Promise<ExitCode> {
  const { root, facts } = await factsOf(context);
  const { content, taken, designs } = facts;
  if (content.audiences.length === 0) throw noAudience();
  const ask = asking(options, context.prompts);
  const audience = await ask.choose({
    flag: 'audience',
    question: 'Who reads it?',
    choices: content.audiences.map(({ id, title }) => ({ value: id, title })),
  });
  const publication = await askPublication(ask, {
    audience,
    sender: content.publications[0]?.sender ?? {
      name: content.organisation.name,
      address: content.organisation.contact,
    },
    designs: [...designChoices(designs), { value: 'copy', title: 'copy – for print: a Word file, and no mail' }],
    taken: taken.publications,
    today: context.now().slice(0, 10),
    title: undefined,
  });
  ask.finish();
  const path = `issues/${publication.id}/publication.yaml`;
  const findings = addFile(root, { path, text: publicationFile(publication) });
  const next = [
    `Name it in items, “publications: [${publication.id}]”, or write one for it: mailout new item`,
    `See its first issue: mailout build ${publication.id} --explain`,
  ];
  return finish({ path, findings }, next, options, root, context);
}

function noAudience(): Fault {
  return new Fault({
    code: 'new/no-audience',
    exit: exitCode.usage,
    words: 'There is no audience yet that could read it.',
    fix: 'Write one first: mailout new audience.',
  });
}
