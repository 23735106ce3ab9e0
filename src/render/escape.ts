import type { Html } from './view.js';

/** Text as the content of an element. Quotation marks stay: English prose is full of them and they are harmless there. */
export function escapeText(text: string): Html {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;') as Html;
}

/** Text as the value of an attribute between double quotation marks. */
export function escapeAttribute(text: string): Html {
  return escapeText(text).replaceAll('"', '&quot;') as Html;
}
