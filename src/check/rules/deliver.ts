import type { Rule } from '../rule.js';
import { attachment } from './deliver/attachment.js';
import { fromDomain } from './deliver/from-domain.js';
import { headers } from './deliver/headers.js';
import { hiddenText } from './deliver/hidden-text.js';
import { listId } from './deliver/list-id.js';
import { listUnsubscribe } from './deliver/list-unsubscribe.js';
import { noReply } from './deliver/no-reply.js';
import { openPixel } from './deliver/open-pixel.js';
import { senderName } from './deliver/sender-name.js';
import { spamPhrases } from './deliver/spam-phrases.js';
import { spamScore } from './deliver/spam-score.js';
import { subjectEncoding } from './deliver/subject-encoding.js';
import { textMatchesHtml } from './deliver/text-matches-html.js';
import { textPart } from './deliver/text-part.js';
import { textWidth } from './deliver/text-width.js';
import { unsubscribeVisible } from './deliver/unsubscribe-visible.js';

/** In order of id. */
export const deliverRules: readonly Rule[] = [
  attachment,
  fromDomain,
  headers,
  hiddenText,
  listId,
  listUnsubscribe,
  noReply,
  openPixel,
  senderName,
  spamPhrases,
  spamScore,
  subjectEncoding,
  textMatchesHtml,
  textPart,
  textWidth,
  unsubscribeVisible,
];
