import type { ShownIssue } from '../../model/workbench.js';
import { dayWords, timeWords, zoneWords } from '../ui/words.js';
import { html, type Markup } from './markup.js';

const policy =
  "default-src 'none'; style-src 'self' file:; img-src data:; frame-src 'self' file:; base-uri 'none'; form-action 'none'";

/** What is the same on every page. */
export type PageContext = {
  readonly organisation: string;
  /** When all of it was made, in words. */
  readonly made: string;
};

export type Shell = PageContext & {
  /** What the tab says, without the draft mark. */
  readonly title: string;
  /** From the page to the folder: "", "../../". */
  readonly toTop: string;
  /** The way back, where there is one. */
  readonly way?: Markup;
  readonly main: Markup;
};

/** A whole page: its head, the draft mark, what it shows and where it comes from. */
export function page({ title, toTop, organisation, way, main, made }: Shell): string {
  return html`<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex, nofollow">
<meta name="referrer" content="no-referrer">
<meta name="color-scheme" content="light dark">
<title>Draft: ${title}</title>
<link rel="stylesheet" href="${toTop}style.css">
</head>
<body>
<a class="skip" href="#main">Skip to the content</a>
<header class="bar">
<p class="mark"><strong>Draft</strong>, not sent: for colleagues only; the people in it are made up.</p>
${way}
</header>
<main id="main" tabindex="-1">
${main}
</main>
<footer>
<p>${organisation}. Made on ${made}; what has changed since is not in it.</p>
</footer>
</body>
</html>
`.markup;
}

/** The way back from a page of an issue. */
export const wayBack = html`<nav aria-label="Way back"><a href="../../index.html">All issues</a></nav>`;

/** "Goes out on Monday 22 March 2027 at 07:30, London time." */
export function sendWords({ sendsAt, zone, channel }: ShownIssue): string {
  const goes = channel === 'copy' ? 'Goes to print' : 'Goes out';
  return `${goes} on ${dayWords(sendsAt)} at ${timeWords(sendsAt)}, ${zoneWords(zone)} time.`;
}
