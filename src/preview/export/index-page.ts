import type { ShownEdition, ShownIssue, Workbench } from '../../model/workbench.js';
import { counted, dayWords, findingWords, sizeWords, timeWords, zoneWords } from '../ui/words.js';
import { copyPageName } from './copy-page.js';
import { found } from './found.js';
import { html, type Markup } from './markup.js';
import type { Reading } from './readings.js';
import { type PageContext, page } from './shell.js';

export type ExportedIssue = { readonly issue: ShownIssue; readonly readings: readonly Reading[] };

/** What there is to read: every issue with its editions and who reads them. */
export function indexPage(state: Workbench, issues: readonly ExportedIssue[], context: PageContext): string {
  return page({
    ...context,
    title: `the next issues of ${state.organisation}`,
    toTop: '',
    main: html`<div class="page">
<div class="head">
<p class="over">${state.organisation}</p>
<h1>The next issues</h1>
</div>
${issues.length === 0 ? html`<p>There is no issue to show.</p>` : issues.map(issueSection)}
${state.findings.length > 0 ? found(state.findings, 'What concerns no single issue') : undefined}
${about(state)}
</div>`,
  });
}

function issueSection({ issue, readings }: ExportedIssue, at: number): Markup {
  const id = `issue-${at + 1}`;
  return html`<section class="issue" aria-labelledby="${id}">
<div class="facts">
<h2 id="${id}">${issue.title}</h2>
<p class="label">${issue.label}</p>
<dl>
<div><dt>${issue.channel === 'copy' ? 'Goes to print' : 'Goes out'}</dt><dd>${dayWords(issue.sendsAt)}, ${timeWords(issue.sendsAt)} <span class="faint">${zoneWords(issue.zone)} time</span></dd></div>
<div><dt>From</dt><dd dir="auto">${issue.sender.name}</dd></div>
<div><dt>Found</dt><dd>${findingWords(issue.findings)}</dd></div>
</dl>
${issue.isStale ? html`<p class="stale">Something in it is broken, so this is how it was before.</p>` : undefined}
</div>
<div class="editions">
${issue.channel === 'copy' ? copyCard(issue) : issue.editions.map((edition) => editionCard(issue, edition, readings))}
${issue.channel === 'email' && issue.editions.length === 0 ? html`<p>There is no edition to read yet.</p>` : undefined}
</div>
</section>`;
}

function editionCard(issue: ShownIssue, edition: ShownEdition, readings: readonly Reading[]): Markup {
  const own = readings.filter((reading) => reading.edition.id === edition.id);
  const personas = own.filter(({ persona }) => persona);
  const written = own.find(({ persona }) => !persona);
  return html`<article class="card">
<h3>${edition.readers} <small>${sizeWords(edition.bytes)}</small></h3>
<p class="subject" dir="auto" lang="${edition.lang}">${edition.subject}</p>
${personas.length > 0 ? html`<p class="faint">Read it as</p>` : html`<p class="faint">None of the personas gets it.</p>`}
<ul role="list">
${personas.map(({ page, persona }) => html`<li><a href="${issue.key}/${page}">${persona?.title}</a></li>`)}
${written && html`<li><a href="${issue.key}/${written.page}">With merge fields as written</a></li>`}
</ul>
</article>`;
}

function copyCard(issue: ShownIssue): Markup {
  return html`<article class="card">
<h3>For the printed page</h3>
<p class="faint">${counted(issue.items.length, 'item')}, as words without a design.</p>
<ul role="list"><li><a href="${issue.key}/${copyPageName}">Read the copy</a></li></ul>
</article>`;
}

function about({ personas }: Workbench): Markup | undefined {
  if (personas.length === 0) return undefined;
  return html`<section class="personas" aria-labelledby="personas">
<h2 id="personas">Who reads them here</h2>
<p class="faint">Personas: readers who do not exist, so that nobody’s details are in this folder.</p>
<dl>
${personas.map(({ title, about }) => html`<div><dt>${title}</dt><dd>${about ?? ''}</dd></div>`)}
</dl>
</section>`;
}
