import type { Choices } from '../model/issue.js';
import type { TextFile } from '../model/text-file.js';
import type { DateText } from '../model/time.js';
import { cutFrontMatter } from './front-matter.js';
import { readShape } from './read-shape.js';
import { present, type Reading } from './reading.js';
import { issueShape } from './schema/issue.js';
import { strayCharacters } from './stray-characters.js';
import { readYaml } from './yaml.js';

/** Reads issues/<publication>/<date>/issue.md: an editor's choices, and the intro as its body. */
export function readChoices(publication: string, date: DateText, file: TextFile): Reading<Choices> {
  const stray = strayCharacters(file);
  if (stray.length > 0) return { findings: stray };
  const { cut, findings } = cutFrontMatter(file);
  if (!cut) return { findings };
  const yaml = readYaml(file.path, cut.yaml);
  const read = readShape(yaml, issueShape);
  if (!read.value) return { findings: read.findings };
  const { pinned = [], 'leave-out': leaveOut = [], order = [], sections = {}, ...rest } = read.value;
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
