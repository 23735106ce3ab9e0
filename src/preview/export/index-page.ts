import type { ShownIssue, Workbench } from '../../model/workbench.js';
import { whenWords } from './day-words.js';
import { escapedHtml as escaped } from './escaped-html.js';
import { findingsList, findingWords } from './findings-list.js';
import { page } from './page.js';
import type { Reading } from './reading.js';

/** The page that one begins with: every issue, when it goes, how it stands, and who can be read as. */
export function indexPage(
  state: Workbench,
  readings: readonly Reading[],
  names: (reading: Reading) => string,
  made: string,
): string {
  const sections = state.issues.map((issue) =>
    issueSection(
      issue,
      readings.filter((reading) => reading.issue === issue),
      names,
    ),
  );
  const others =
    state.findings.length === 0
      ? ''
      : `<section>\n<h2>About no issue in particular</h2>\n${findingsList(state.findings)}\n</section>`;
  return page(
    `${state.organisation}: the next issues`,
    '',
    `<header>
<h1>${escaped(state.organisation)} <small>the next issues</small></h1>
<p class="advice">Made by mailout on ${escaped(whenWords(made.slice(0, 16), 'UTC'))}.</p>
</header>
<main>
${sections.join('\n')}
${others}
</main>`,
  );
}

function issueSection(issue: ShownIssue, readings: readonly Reading[], names: (reading: Reading) => string): string {
  const { title, label, sendsAt, zone, findings, items, isStale } = issue;
  const stale = isStale ? '<p><strong class="is-error">Broken</strong> This is the last good state of it.</p>' : '';
  const links = readings.map((reading) => {
    const as = reading.persona ? `as ${reading.persona.title}` : 'with merge fields as written';
    return `<li><a href="${escaped(names(reading))}.html">${escaped(reading.readers)}, ${escaped(as)}</a></li>`;
  });
  const editions =
    links.length === 0
      ? `<p>Printed and not mailed. Its items:</p>\n<ol>${items.map((item) => `<li>${escaped(item.title)}</li>`).join('')}</ol>`
      : `<ul class="editions">\n${links.join('\n')}\n</ul>`;
  return `<section>
<h2>${escaped(title)} <small>${escaped(label)}</small></h2>
<p>${escaped(whenWords(sendsAt, zone))}; ${escaped(findingWords(findings))}.</p>
${stale}
${editions}
<details>
<summary>What was found</summary>
${findingsList(findings)}
</details>
</section>`;
}
