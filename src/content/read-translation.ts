import * as z from 'zod/mini';
import type { Finding } from '../model/finding.js';
import type { Translation } from '../model/item.js';
import type { TextFile } from '../model/text-file.js';
import { present, type Reading } from './reading.js';
import { translationShape } from './schema/translation.js';
import { language } from './schema/values.js';
import { readFrontMatter } from './settings.js';
import { bodyOf, paragraphsAt } from './texts.js';

/** Reads issues/translations/<lang>/<itemId>.md. Whether there is such an item is for `checkReferences` to say. */
export function readTranslation(lang: string, itemId: string, file: TextFile): Reading<Translation> {
  const settings = readFrontMatter(file, translationShape);
  const findings = languageFindings(lang, file);
  if (!settings.value) return { findings: [...findings, ...settings.findings] };
  const { value, yaml, cut } = settings;
  const { wording, actions = [], statement, event, image, updates = [], ...rest } = value;
  const translation = {
    ...present({ ...rest, excerpt: statement?.excerpt, place: event?.place, alt: image?.alt }),
    source: yaml.source,
    item: itemId,
    lang,
    ...(wording !== undefined && { wording: paragraphsAt(wording, 'wording', yaml) }),
    actions: actions.map(present),
    updates,
    body: bodyOf(file, cut),
  } as Translation;
  return { value: translation, findings };
}

function languageFindings(lang: string, file: TextFile): Finding[] {
  if (z.safeParse(language, lang).success) return [];
  return [
    {
      rule: 'content/translation-language',
      severity: 'error',
      place: { file: file.path, line: 1, column: 1 },
      words: `This translation lies in the folder “${lang}”, which is not a language code.`,
      fix: 'Name the folder like cy, en or zh-Hant.',
    },
  ];
}
