import { basename } from 'node:path';
import { refusalOf } from '../../content/judge-answer.js';
import { type ExitCode, exitCode } from '../../model/fault.js';
import { slugOf } from '../../model/slug.js';
import { type OrganisationKind, organisationKinds } from '../../scaffold/organisation-file.js';
import { shippedDesigns } from '../../scaffold/publication-file.js';
import type { NewWorkspace } from '../../scaffold/workspace-files.js';
import { asking } from '../asking.js';
import { build } from '../build.js';
import type { Context, Options } from '../command.js';
import { askPublication, designChoices } from '../new/ask-publication.js';

const kindWords: Readonly<Record<OrganisationKind, string>> = {
  union: 'a union',
  district: 'a district of one',
  branch: 'a branch',
  region: 'a region or a regional network',
};

const firstTitles: Readonly<Record<OrganisationKind, string>> = {
  union: 'International News',
  district: 'District News',
  branch: 'Branch News',
  region: 'Regional News',
};

/** Asks, makes a workspace of the answers, and builds its first issue. */
export async function runWizard(options: Options, context: Context): Promise<ExitCode> {
  const { terminal, folder, installation } = context;
  const { initWorkspace, refuseFullFolder } = await import('../../flows/init/init-workspace.js');
  refuseFullFolder(folder);
  const workspace = await askWorkspace(options, context);
  const paths = initWorkspace(workspace, { root: folder, designs: installation.designs, now: context.now() });
  terminal.err(`${paths.length} files are written. This is your first issue:\n\n`);
  const built = await build.run([], {}, context);
  if (built === exitCode.done) terminal.out(nextSteps(workspace, terminal.onOut.bold));
  return built;
}

async function askWorkspace(options: Options, context: Context): Promise<NewWorkspace> {
  const { refuseColour, termsToBeginWith } = await import('../../flows/init/init-workspace.js');
  const prompts = options.yes === true ? undefined : context.prompts;
  const ask = asking(options, prompts);
  // Without anybody to ask, “yes” says that what is suggested will do.
  const suggested = (text: string) => (prompts || options.yes === true ? { suggested: text } : {});
  const kind = await ask.choose<OrganisationKind>({
    flag: 'kind',
    question: 'Who makes the newsletters?',
    choices: organisationKinds.map((value) => ({ value, title: kindWords[value] })),
    ...(prompts || options.yes === true ? { suggested: 'union' as const } : {}),
  });
  const name = await ask.text({
    flag: 'name',
    question: 'What are you called?',
    ...suggested(nameOf(context.folder)),
    refuse: (answer) => refusalOf('words', answer),
  });
  const address = await ask.text({
    flag: 'address',
    question: 'Your postal address, with commas between its lines',
    ...suggested('Your street, Your town, AB1 2CD'),
    refuse: (answer) => refusalOf('words', answer),
  });
  const contact = await ask.text({
    flag: 'contact',
    question: 'The email address that newsletters come from, and that answers go to',
    ...suggested('newsletter@example.org'),
    refuse: (answer) => refusalOf('emailAddress', answer),
  });
  const web = await ask.perhaps({
    flag: 'web',
    question: 'Your website',
    refuse: (answer) => refusalOf('link', answer),
  });
  const nation = await ask.choose({
    flag: 'nation',
    question: 'Whose bank holidays count?',
    choices: [
      { value: 'england-and-wales', title: 'England and Wales' },
      { value: 'scotland', title: 'Scotland' },
      { value: 'northern-ireland', title: 'Northern Ireland' },
    ],
    suggested: 'england-and-wales',
  });
  const colour = await ask.text({
    flag: 'colour',
    question: 'The colour of your newsletters',
    suggested: '#4a2378',
    refuse: (answer) => refusalOf('colour', answer) ?? refuseColour(answer),
  });
  const title = await ask.text({
    flag: 'audience',
    question: 'Who reads them?',
    suggested: 'Members',
    refuse: (answer) => refusalOf('words', answer),
  });
  const audience = slugOf(title) || 'readers';
  const today = context.now().slice(0, 10);
  const known = {
    audience,
    sender: { name, address: contact },
    designs: designChoices(Object.keys(shippedDesigns)),
    today,
  };
  const publications = [await askPublication(ask, { ...known, title: firstTitles[kind], taken: new Set(['items']) })];
  // Flags are about the first newsletter: more of them are for whoever sits there.
  const more = asking({}, prompts);
  while (prompts && options.title === undefined && (await prompts.yes('Is there another newsletter?', false))) {
    const taken = new Set(['items', ...publications.map(({ id }) => id)]);
    publications.push(await askPublication(more, { ...known, title: 'Newsletter', taken }));
  }
  ask.finish();
  return {
    organisation: {
      name,
      address: address
        .split(',')
        .map((line) => line.trim())
        .filter((line) => line !== ''),
      contact,
      web,
      nation,
      terms: termsToBeginWith(nation, today),
    },
    colour,
    audience: {
      id: audience,
      title,
      why: `You receive this because you are a reader of the newsletters of ${name} and agreed to get them.`,
      source: { kind: 'invented', count: 50 },
    },
    publications,
  };
}

function nameOf(folder: string): string {
  const words = basename(folder)
    .split(/[-_\s]+/)
    .filter((word) => word !== '');
  return words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join(' ') || 'Our Union';
}

function nextSteps({ publications }: NewWorkspace, bold: (text: string) => string): string {
  const steps = [
    ['npx mailout preview --open', 'see it as your readers will'],
    ['npx mailout new item', 'write your first item; then delete the two examples'],
    [`npx mailout check ${publications[0]?.id ?? ''}`, 'have it read through before anybody else does'],
  ] as const;
  const width = Math.max(...steps.map(([line]) => line.length));
  return `
${bold('What is next')}
${steps.map(([line, words]) => `  ${line.padEnd(width)}  ${words}\n`).join('')}
mailout.yaml has what you said of yourselves. Put your council’s term dates there, and your readers into audiences/.
`;
}
