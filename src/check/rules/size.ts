import type { Rule } from '../rule.js';
import { comments } from './size/comments.js';
import { itemShare } from './size/item-share.js';
import { lineLength } from './size/line-length.js';
import { message } from './size/message.js';
import { styleBlock } from './size/style-block.js';

/** In order of id. */
export const sizeRules: readonly Rule[] = [comments, itemShare, lineLength, message, styleBlock];
