import { escapedAttribute, escapedText } from '../model/escape.js';
import type { Html } from './view.js';

/** Text as the content of an element. Quotation marks stay: English prose is full of them and they are harmless there. */
export function escapeText(text: string): Html {
  return escapedText(text) as Html;
}

/** Text as the value of an attribute between double quotation marks. */
export function escapeAttribute(text: string): Html {
  return escapedAttribute(text) as Html;
}
