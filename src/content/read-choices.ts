import type { Choices } from '../model/issue.js';
import type { TextFile } from '../model/text-file.js';
import type { DateText } from '../model/time.js';
import { present, type Reading } from './reading.js';
import { issueShape } from './schema/issue.js';
import { readFrontMatter } from './settings.js';

/** Reads issues/<publication>/<date>/issue.md: an editor's choices, and the intro as its body. */
export function readChoices(publication: string, date: DateText, file: TextFile): Reading<Choices> {
  const settings = readFrontMatter(file, issueShape);
  if (!settings.value) return { findings: settings.findings };
  const { value, yaml, cut } = settings;
  const { pinned = [], 'leave-out': leaveOut = [], order = [], sections = {}, ...rest } = value;
  const choices = {
    ...present(rest),
    source: yaml.source,
    publication,
    date,
    pinned,
    leaveOut,
    order,
    sections: Object.fromEntries(Object.entries(sections).map(([id, choice]) => [id, present(choice)])),
    ...(cut.body.trim() !== '' && {
      intro: { text: cut.body, place: { file: file.path, line: cut.bodyLine, column: 1 }, indent: 0 },
    }),
  } as Choices;
  return { value: choices, findings: [] };
}
