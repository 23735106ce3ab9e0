import type { Root } from 'mdast';
import type { Choices } from '../model/issue.js';
import type { Action, Item, Markdown, Translation } from '../model/item.js';
import { placeOf, type Source } from '../model/place.js';
import { type DateText, isDate } from '../model/time.js';
import type { Passage, PassageRole } from './passage.js';
import { passageOfValue, passagesOf } from './passages.js';
import type { SourceText } from './source-text.js';
import type { Writing } from './subjects.js';
import { linkOfSetting, linksIn, type WrittenLink } from './written-links.js';

export type Parse = (markdown: Markdown) => { readonly tree?: Root };

/** An item's words and links. */
export function writingOfItem(item: Item, file: SourceText, lang: string, parse: Parse): Writing {
  const { statement, event, image, partner, outcome } = item;
  const book = collect(file, item.source, parse);
  book.words('title', 'title', item.title);
  book.words('summary', 'summary', item.summary);
  book.words('ask', 'ask', item.ask);
  book.words('wording', 'wording', item.wording);
  book.actions('actions', item.actions);
  book.words('excerpt', 'statement.excerpt', statement?.excerpt);
  for (const [index, { name, role, organisation }] of (statement?.signatories ?? []).entries()) {
    const path = `statement.signatories.${index}`;
    book.words('signatory', `${path}.name`, name);
    book.words('signatory', `${path}.role`, role);
    book.words('signatory', `${path}.organisation`, organisation);
  }
  book.link('statement.url', statement?.url, 'Read the full statement');
  book.words('place', 'event.place', event?.place);
  book.link('event.online', event?.online, 'Join online');
  book.words('alt', 'image.alt', image?.alt);
  book.words('credit', 'image.credit', image?.credit);
  book.words('partner', 'partner.name', partner?.name);
  book.link('partner.url', partner?.url, partner?.name ?? '');
  for (const [id, version] of Object.entries(item.versions)) {
    const path = `versions.${id}`;
    book.words('title', `${path}.title`, version.title);
    book.words('summary', `${path}.summary`, version.summary);
    book.words('ask', `${path}.ask`, version.ask);
    book.words('wording', `${path}.wording`, version.wording);
    book.actions(`${path}.actions`, version.actions ?? []);
    book.markdown(`${path}.body`, version.body);
  }
  for (const [index, { text }] of item.updates.entries()) book.words('update', `updates.${index}.text`, text);
  book.words('outcome', 'outcome.text', outcome?.text);
  book.markdown('body', item.body);
  return book.writing('item', item.lang ?? lang, daysOf(item));
}

/** The words of an item in another language. */
export function writingOfTranslation(translation: Translation, file: SourceText, parse: Parse): Writing {
  const book = collect(file, translation.source, parse);
  book.words('title', 'title', translation.title);
  book.words('summary', 'summary', translation.summary);
  book.words('ask', 'ask', translation.ask);
  book.words('wording', 'wording', translation.wording);
  for (const [index, { label, url }] of translation.actions.entries()) {
    book.words('label', `actions.${index}.label`, label);
    book.link(`actions.${index}.url`, url, label);
  }
  book.words('excerpt', 'excerpt', translation.excerpt);
  book.words('place', 'place', translation.place);
  book.words('alt', 'alt', translation.alt);
  book.words('outcome', 'outcome', translation.outcome);
  for (const [index, text] of translation.updates.entries()) book.words('update', `updates.${index}`, text);
  book.markdown('body', translation.body);
  return book.writing('translation', translation.lang, []);
}

/** The words that an editor wrote for one issue. */
export function writingOfChoices(choices: Choices, file: SourceText, lang: string, parse: Parse): Writing {
  const book = collect(file, choices.source, parse);
  book.words('subject', 'subject', choices.subject);
  book.words('preheader', 'preheader', choices.preheader);
  for (const [id, { title }] of Object.entries(choices.sections)) {
    book.words('section-title', `sections.${id}.title`, title);
  }
  book.markdown('body', choices.intro);
  return book.writing('choices', choices.lang ?? lang, isDate(choices.date) ? [choices.date] : []);
}

function daysOf({ runs, deadline, event, actions, versions, outcome, updates }: Item): DateText[] {
  const closings = [...actions, ...Object.values(versions).flatMap((version) => version.actions ?? [])];
  const times = [
    ...[runs.from, runs.until, deadline, event?.starts, event?.ends, outcome?.on],
    ...closings.map((action) => action.deadline),
    ...updates.map(({ on }) => on),
  ];
  return [...new Set(times.flatMap((time) => (time === undefined ? [] : [time.slice(0, 10)])))];
}

function collect(file: SourceText, source: Source, parse: Parse) {
  const passages: Passage[] = [];
  const links: WrittenLink[] = [];
  const trees: Root[] = [];
  const at = (path: string): readonly [number, number] => {
    const { line, column } = placeOf(source, path);
    return [line, column];
  };
  const words = (role: PassageRole, path: string, value: string | undefined) => {
    if (value !== undefined) passages.push(passageOfValue(value, at(path), file, role, path));
  };
  return {
    words,
    link: (path: string, url: string | undefined, text: string) => {
      if (url !== undefined) links.push(linkOfSetting({ url, text, path }, at(path), at(path), file));
    },
    actions: (path: string, actions: readonly Action[]) => {
      for (const [index, action] of actions.entries()) {
        const [url, label] = [`${path}.${index}.url`, `${path}.${index}.label`];
        words('label', label, action.label);
        links.push(linkOfSetting({ url: action.url, text: action.label, path: url, action }, at(url), at(label), file));
      }
    },
    markdown: (path: string, markdown: Markdown | undefined) => {
      const tree = markdown && parse(markdown).tree;
      if (!tree) return;
      trees.push(tree);
      passages.push(...passagesOf(tree, file, path));
      links.push(...linksIn(tree, file, path));
    },
    writing: (is: Writing['is'], lang: string, days: readonly DateText[]): Writing => ({
      is,
      file,
      source,
      lang,
      passages,
      links: [...links].sort((a, b) => a.place.line - b.place.line || a.place.column - b.place.column),
      trees,
      days,
    }),
  };
}
