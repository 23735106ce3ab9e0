import type { Rule } from '../rule.js';
import { inclusiveTerms } from './prose/inclusive-terms.js';
import { indefiniteArticle } from './prose/indefinite-article.js';
import { plainWords } from './prose/plain-words.js';
import { repeatedWord } from './prose/repeated-word.js';
import { spelling } from './prose/spelling.js';
import { usSpelling } from './prose/us-spelling.js';

/** In order of id. */
export const proseRules: readonly Rule[] = [
  inclusiveTerms,
  indefiniteArticle,
  plainWords,
  repeatedWord,
  spelling,
  usSpelling,
];
