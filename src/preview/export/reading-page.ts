import type { ShownIssue } from '../../model/workbench.js';
import { found } from './found.js';
import { mailLinks } from './links.js';
import { html, type Markup } from './markup.js';
import type { Reading } from './readings.js';
import { type PageContext, page, sendWords, wayBack } from './shell.js';

/**
 * An edition as one persona reads it: in the inbox, as it is designed, as plain text, and what was found.
 *
 * @param files where the files are that editions offer, by the names that they have for them
 */
export function readingPage(
  issue: ShownIssue,
  reading: Reading,
  all: readonly Reading[],
  files: ReadonlyMap<string, string>,
  context: PageContext,
): string {
  const who = readerOf(reading);
  return page({
    ...context,
    title: `${who}, ${issue.title}, ${issue.label}`,
    toTop: '../../',
    way: wayBack,
    main: html`<div class="page reading">
<div class="head">
<p class="over">${issue.title}, ${issue.label}</p>
<h1>${who}</h1>
<p class="faint">${reading.persona?.about === undefined ? '' : `${reading.persona.about} `}Edition: ${reading.edition.readers}. ${sendWords(issue)}</p>
</div>
${leaf(reading, all)}
<div class="desk">
<div class="mail">
${inboxRow(issue, reading)}
${frames(reading, who)}
<details>
<summary>The plain text of it</summary>
<pre class="sheet" dir="auto" lang="${reading.read.lang}">${reading.read.text}</pre>
</details>
${linkList(reading, files)}
</div>
<div class="side">
<nav aria-labelledby="readers"><h2 id="readers">Read this issue as</h2>
<ul role="list">${all.map((one) => readerLink(one, reading))}</ul></nav>
${found(issue.findings, 'What was found in this issue')}
</div>
</div>
</div>`,
  });
}

function readerOf({ persona, edition }: Reading): string {
  return persona?.title ?? `${edition.readers}: merge fields as written`;
}

function readerLink(one: Reading, present: Reading): Markup {
  const edition = one.persona && html` <small>${one.edition.readers}</small>`;
  return one === present
    ? html`<li><a href="${one.page}" aria-current="page">${readerOf(one)}${edition}</a></li>`
    : html`<li><a href="${one.page}">${readerOf(one)}${edition}</a></li>`;
}

/** The readers before and after, for whoever goes through all of them. */
function leaf(reading: Reading, all: readonly Reading[]): Markup | undefined {
  const at = all.indexOf(reading);
  const before = all[at - 1];
  const after = all[at + 1];
  if (!before && !after) return undefined;
  return html`<nav class="leaf" aria-label="Previous and next reader">
${before && html`<a rel="prev" href="${before.page}"><small>Previous</small> ${readerOf(before)}</a>`}
${after && html`<a rel="next" href="${after.page}"><small>Next</small> ${readerOf(after)}</a>`}
</nav>`;
}

function inboxRow({ sender }: ShownIssue, { read, persona }: Reading): Markup {
  return html`<section class="inbox" aria-labelledby="inbox">
<h2 id="inbox">In the inbox</h2>
<dl class="sheet">
<dt class="said-only">Sender</dt><dd class="sender" dir="auto">${sender.name}</dd>
<dt class="said-only">Subject</dt><dd class="subject" dir="auto" lang="${read.lang}">${read.subject}</dd>
<dt class="said-only">Preheader</dt><dd class="preheader" dir="auto" lang="${read.lang}">${read.preheader}</dd>
</dl>
${persona ? undefined : html`<p class="faint">Words in double square brackets are merge fields: each reader has something of her own there.</p>`}
</section>`;
}

function frames({ frames }: Reading, who: string): Markup {
  return html`<section class="email" aria-labelledby="email">
<h2 id="email">The email</h2>
<div class="choices">
<fieldset><legend>Width</legend>
<label><input type="radio" name="width" id="width-free" checked> Full width</label>
<label><input type="radio" name="width" id="width-375"> Phone, 375</label>
<label><input type="radio" name="width" id="width-320"> Small phone, 320</label>
</fieldset>
<fieldset><legend>Colours</legend>
<label><input type="radio" name="colours" id="colours-light" checked> Light</label>
<label><input type="radio" name="colours" id="colours-dark"> Dark</label>
</fieldset>
</div>
<div class="frames">
<iframe class="is-light" sandbox="" title="The email in light colours: ${who}" src="${frames.light}"></iframe>
<iframe class="is-dark" sandbox="" title="The email in dark colours: ${who}" src="${frames.dark}"></iframe>
</div>
<p class="faint">Links in it do nothing here; they are listed below.</p>
</section>`;
}

function linkList({ read }: Reading, files: ReadonlyMap<string, string>): Markup | undefined {
  const links = mailLinks(read.html, files);
  if (links.length === 0) return undefined;
  return html`<details>
<summary>Where its links lead</summary>
<ol class="links sheet">
${links.map(({ url, words }) => html`<li><span dir="auto" lang="${read.lang}">${words || 'A picture'}</span> <a href="${url}" rel="noreferrer">${url}</a></li>`)}
</ol>
</details>`;
}
