import type { ShownIssue } from '../../model/workbench.js';
import { found } from './found.js';
import { html } from './markup.js';
import { proseOf } from './prose.js';
import { type PageContext, page, sendWords, wayBack } from './shell.js';

/** The page of an issue that is printed and not mailed. */
export const copyPageName = 'copy.html';

const word = 'copy.docx';
const markdown = 'copy.md';

/** What is shared of the copy beside its page. */
export function copyFiles(attached: ReadonlyMap<string, Uint8Array>): readonly (readonly [string, Uint8Array])[] {
  return [...attached].filter(([name]) => name === word);
}

/** The words of a printed issue, as they are handed over. */
export function copyPage(issue: ShownIssue, attached: ReadonlyMap<string, Uint8Array>, context: PageContext): string {
  const copy = attached.get(markdown);
  return page({
    ...context,
    title: `${issue.title}, ${issue.label}`,
    toTop: '../../',
    way: wayBack,
    main: html`<div class="page">
<div class="head">
<p class="over">For the printed page</p>
<h1>${issue.title}, ${issue.label}</h1>
<p class="faint">${sendWords(issue)}</p>
</div>
${attached.has(word) ? html`<p><a href="${word}">The copy as a Word document</a></p>` : undefined}
${copy ? html`<article class="copy sheet" aria-label="The copy">${proseOf(new TextDecoder().decode(copy))}</article>` : html`<p>There is no copy to read yet.</p>`}
${found(issue.findings, 'What was found in this issue')}
</div>`,
  });
}
