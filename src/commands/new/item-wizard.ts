import { refusalOf } from '../../content/judge-answer.js';
import { addFile } from '../../flows/new/add-file.js';
import type { ExitCode } from '../../model/fault.js';
import {
  type Action,
  type Deed,
  deeds,
  type ItemEvent,
  type ItemKind,
  itemKinds,
  type Signatory,
} from '../../model/item.js';
import type { NewItem } from '../../model/new-item.js';
import { freshId, slugOf } from '../../model/slug.js';
import { hintsFor, itemFile } from '../../scaffold/item-file.js';
import { type Asking, asking } from '../asking.js';
import type { Context, Options } from '../command.js';
import { factsOf } from './facts.js';
import { finish } from './finish.js';

/** Asks, and writes what was answered. */
export async function runNewItem(options: Options, context: Context): Promise<ExitCode> {
  const { root, facts } = await factsOf(context);
  const { content, taken } = facts;
  const ask = asking(options, context.prompts);
  const item = await askItem(ask, content, options.draft === true);
  const id = await ask.text({
    flag: 'id',
    question: 'The name of its file, which stays for ever',
    suggested: freshId(slugOf(item.title) || 'item', taken.items),
    refuse: (answer) =>
      refusalOf('slug', answer) ?? (taken.items.has(answer) ? 'There is an item of that name.' : undefined),
  });
  ask.finish();
  const path = `issues/items/${id}.md`;
  const findings = addFile(root, { path, text: itemFile(path, item, hintsFor(item)) });
  const alike = content.items.filter((one) => slugOf(one.title) === slugOf(item.title));
  const next = [
    ...alike.map((one) => `There is one of the same title: ${one.source.file}`),
    ...(options.edit === true ? [] : ['Write its text below the second “---”.']),
    `See where it will run: mailout where ${id}`,
  ];
  return finish({ path, findings }, next, options, root, context);
}

const kindWords: Readonly<Record<ItemKind, string>> = {
  action: 'an action: a petition, a letter, something to do',
  statement: 'a statement that somebody has signed',
  news: 'news, or an update from a country',
  resource: 'a resource: a guide, a lesson, a film',
  event: 'an event with a day and a place',
  opportunity: 'an opportunity: to apply, to take part',
};

const deedWords: Readonly<Record<Deed, string>> = {
  sign: 'sign it',
  'email-mp': 'write to their MP',
  write: 'write to somebody else',
  donate: 'donate',
  attend: 'come, or book',
  download: 'download something',
  affiliate: 'have their branch affiliate',
  read: 'read something',
  share: 'pass it on',
  apply: 'apply',
};

const usualDeed: Readonly<Record<ItemKind, Deed>> = {
  action: 'sign',
  statement: 'read',
  news: 'read',
  resource: 'download',
  event: 'attend',
  opportunity: 'apply',
};

type Known = {
  readonly publications: readonly { readonly id: string; readonly title: string }[];
  readonly organisation: { readonly campaigns: readonly { readonly id: string; readonly title: string }[] };
};

async function askItem(ask: Asking, { publications, organisation }: Known, isDraft: boolean): Promise<NewItem> {
  const kind = await ask.choose<ItemKind>({
    flag: 'kind',
    question: 'What is it?',
    choices: itemKinds.map((value) => ({ value, title: kindWords[value] })),
  });
  const title = await ask.text({
    flag: 'title',
    question: 'Its title, as readers see it',
    refuse: (answer) => refusalOf('words', answer),
  });
  const wanted = await ask.several({
    flag: 'publication',
    question: 'Which newsletters is it for?',
    choices: publications.map(({ id, title: name }) => ({ value: id, title: name, ticked: publications.length === 1 })),
  });
  const { campaigns } = organisation;
  const campaign =
    campaigns.length === 0
      ? ''
      : await ask.choose({
          flag: 'campaign',
          question: 'Which cause does it belong to?',
          choices: [
            { value: '', title: 'none' },
            ...campaigns.map(({ id, title: name }) => ({ value: id, title: name })),
          ],
          suggested: '',
        });
  const country = await ask.perhaps({
    flag: 'country',
    question: 'The country that it is about, in two letters',
    refuse: (answer) => refusalOf('country', answer),
  });
  const summary = await ask.perhaps({ flag: 'summary', question: 'A summary, in one or two sentences' });
  const signatories = kind === 'statement' ? await askSignatories(ask) : undefined;
  const event = kind === 'event' ? await askEvent(ask) : undefined;
  const actions = await askActions(ask, kind);
  const deadline =
    kind === 'event' || kind === 'news'
      ? undefined
      : await ask.perhaps({
          flag: 'deadline',
          question: 'When does it close?',
          refuse: (answer) => refusalOf('wallTime', answer),
        });
  return {
    title,
    kind,
    campaign: campaign === '' ? undefined : campaign,
    country,
    publications: wanted,
    draft: isDraft || undefined,
    deadline,
    summary,
    actions,
    signatories,
    event,
    body: '',
  };
}

async function askActions(ask: Asking, kind: ItemKind): Promise<readonly Action[] | undefined> {
  const about = {
    flag: 'link',
    question: 'The link for readers',
    refuse: (answer: string) => refusalOf('link', answer),
  };
  const url = kind === 'action' ? await ask.text(about) : await ask.perhaps(about);
  if (url === undefined) return undefined;
  const deed = await ask.choose<Deed>({
    flag: 'do',
    question: 'What are readers asked to do?',
    choices: deeds.map((value) => ({ value, title: deedWords[value] })),
    suggested: usualDeed[kind],
  });
  const label = await ask.text({
    flag: 'label',
    question: 'The words on the button',
    suggested: labels[deed],
    refuse: (answer) => refusalOf('words', answer),
  });
  return [{ do: deed, label, url }];
}

const labels: Readonly<Record<Deed, string>> = {
  sign: 'Add your name',
  'email-mp': 'Write to your MP',
  write: 'Send your message',
  donate: 'Donate',
  attend: 'Book your place',
  download: 'Download it',
  affiliate: 'Affiliate your branch',
  read: 'Read the whole story',
  share: 'Pass it on',
  apply: 'Apply',
};

async function askEvent(ask: Asking): Promise<ItemEvent> {
  const time = (answer: string) => refusalOf('wallTime', answer);
  const starts = await ask.text({
    flag: 'starts',
    question: 'When does it begin? Like 2027-03-26T18:00',
    refuse: time,
  });
  const ends = await ask.perhaps({ flag: 'ends', question: 'When does it end?', refuse: time });
  const place = await ask.perhaps({ flag: 'place', question: 'Where is it?' });
  const online = await ask.perhaps({
    flag: 'online',
    question: 'The link to join it from anywhere',
    refuse: (answer) => refusalOf('link', answer),
  });
  return { starts, ...(ends && { ends }), ...(place && { place }), ...(online && { online }) };
}

async function askSignatories(ask: Asking): Promise<readonly Signatory[]> {
  const names = await ask.text({
    flag: 'signed-by',
    question: 'Who signed it? “Name; role; organisation”, the next one behind a |',
    refuse: (answer) => refusalOf('words', answer),
  });
  return names
    .split('|')
    .map((one) => one.split(';').map((part) => part.trim()))
    .filter(([name]) => name !== undefined && name !== '')
    .map(([name = '', role, organisation]) => ({ name, ...(role && { role }), ...(organisation && { organisation }) }));
}
