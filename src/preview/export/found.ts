import type { ShownFinding } from '../../model/workbench.js';
import { findingWords, severities, severityWords } from '../ui/words.js';
import { html, type Markup } from './markup.js';

/** Findings for colleagues, the worst first, with nobody's address in them. */
export function found(findings: readonly ShownFinding[], heading: string): Markup {
  const sorted = severities.flatMap((severity) => findings.filter((one) => one.severity === severity));
  return html`<section class="found" aria-labelledby="found">
<h2 id="found">${heading}</h2>
<p class="faint">${findings.length === 0 ? 'Nothing was found.' : `${findingWords(findings)}.`}</p>
${sorted.length > 0 ? html`<ul role="list">${sorted.map(row)}</ul>` : undefined}
</section>`;
}

function row({ severity, words, fix, place, line }: ShownFinding): Markup {
  return html`<li>
<p><span class="severity is-${severity}">${severityWords(severity)}</span> ${withoutAddresses(words)}</p>
${fix === undefined ? undefined : html`<p class="fix">${withoutAddresses(fix)}</p>`}
${place && html`<p class="faint place">${place.file}, line ${place.line}</p>`}
${place && line?.trim() && isShown(place.file) ? html`<pre dir="auto">${withoutAddresses(line.trim())}</pre>` : undefined}
</li>`;
}

/** Files about people are quoted to nobody. */
function isShown(file: string): boolean {
  return !file.startsWith('audiences/');
}

function withoutAddresses(text: string): string {
  return text.replace(/[^\s<>()[\]"“”‘,;:]+@[^\s<>()[\]"“”’,;:]+[^\s<>()[\]"“”’,;:.]/g, '[an address]');
}
