import type { Choices, ChoicesWords } from '../model/issue.js';
import type { TextFile } from '../model/text-file.js';
import type { DateText } from '../model/time.js';
import { present, type Reading } from './reading.js';
import { type IssueShape, issueShape } from './schema/issue.js';
import { readFrontMatter } from './settings.js';
import { bodyOf, markdownAt } from './texts.js';
import type { YamlReading } from './yaml.js';

/** Reads issues/<publication>/<date>/issue.md: an editor's choices, and the intro as its body. */
export function readChoices(publication: string, date: DateText, file: TextFile): Reading<Choices> {
  const settings = readFrontMatter(file, issueShape);
  if (!settings.value) return { findings: settings.findings };
  const { value, yaml, cut } = settings;
  const {
    pinned = [],
    'leave-out': leaveOut = [],
    order = [],
    sections = {},
    translations = {},
    allow = [],
    ...rest
  } = value;
  const choices = {
    ...present(rest),
    source: yaml.source,
    publication,
    date,
    pinned,
    leaveOut,
    allow,
    order,
    sections: Object.fromEntries(Object.entries(sections).map(([id, choice]) => [id, present(choice)])),
    translations: Object.fromEntries(
      Object.entries(translations).map(([lang, words]) => [lang, toWords(words, `translations.${lang}`, yaml)]),
    ),
    ...(cut.body.trim() !== '' && { intro: bodyOf(file, cut) }),
  } as Choices;
  return { value: choices, findings: [] };
}

function toWords(
  { intro, ...rest }: NonNullable<IssueShape['translations']>[string],
  path: string,
  yaml: YamlReading,
): ChoicesWords {
  return {
    ...present(rest),
    ...(intro !== undefined && { intro: markdownAt(intro, `${path}.intro`, yaml) }),
  } as ChoicesWords;
}
