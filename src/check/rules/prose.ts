import type { Rule } from '../rule.js';
import { acronym } from './prose/acronym.js';
import { allCaps } from './prose/all-caps.js';
import { emoji } from './prose/emoji.js';
import { exclamation } from './prose/exclamation.js';
import { fakeHeading } from './prose/fake-heading.js';
import { fakeList } from './prose/fake-list.js';
import { inclusiveTerms } from './prose/inclusive-terms.js';
import { indefiniteArticle } from './prose/indefinite-article.js';
import { invisibleCharacters } from './prose/invisible-characters.js';
import { plainWords } from './prose/plain-words.js';
import { readingAge } from './prose/reading-age.js';
import { repeatedWord } from './prose/repeated-word.js';
import { sentenceLength } from './prose/sentence-length.js';
import { shoutingTitle } from './prose/shouting-title.js';
import { spelling } from './prose/spelling.js';
import { typography } from './prose/typography.js';
import { usSpelling } from './prose/us-spelling.js';
import { wordPaste } from './prose/word-paste.js';

/** In order of id. */
export const proseRules: readonly Rule[] = [
  acronym,
  allCaps,
  emoji,
  exclamation,
  fakeHeading,
  fakeList,
  inclusiveTerms,
  indefiniteArticle,
  invisibleCharacters,
  plainWords,
  readingAge,
  repeatedWord,
  sentenceLength,
  shoutingTitle,
  spelling,
  typography,
  usSpelling,
  wordPaste,
];
