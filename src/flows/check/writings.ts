import { type SourceText, sourceText } from '../../check/source-text.js';
import type { Writing } from '../../check/subjects.js';
import { writingOfChoices, writingOfItem, writingOfTranslation } from '../../check/writing.js';
import type { Choices } from '../../model/issue.js';
import type { Item, Translation } from '../../model/item.js';
import type { Organisation } from '../../model/organisation.js';
import { type Tree, toText } from '../../workspace/read.js';
import type { Workshop } from '../workshop.js';

/** The writings of a workspace. */
export type Writings = {
  readonly ofItem: (item: Item) => Writing;
  readonly ofTranslation: (translation: Translation) => Writing;
  readonly ofChoices: (choices: Choices) => Writing;
};

/** @param kept paths of files that are asked for more than once: the writings of others are let go */
export function writingsOf(
  tree: Tree,
  { lang }: Organisation,
  { parsed }: Workshop,
  kept: ReadonlySet<string>,
): Writings {
  const files = new Map(tree.files.map((file) => [file.path, file]));
  const made = new Map<string, Writing>();
  const remember = (path: string, make: (file: SourceText) => Writing): Writing => {
    const known = made.get(path);
    if (known) return known;
    const raw = files.get(path);
    const writing = make(sourceText(raw ? toText(raw) : { path, text: '' }));
    if (kept.has(path)) made.set(path, writing);
    return writing;
  };
  return {
    ofItem: (item) => remember(item.source.file, (file) => writingOfItem(item, file, lang, parsed)),
    ofTranslation: (translation) =>
      remember(translation.source.file, (file) => writingOfTranslation(translation, file, parsed)),
    ofChoices: (choices) => remember(choices.source.file, (file) => writingOfChoices(choices, file, lang, parsed)),
  };
}
