import { whenWords } from './day-words.js';
import { escapedHtml as escaped } from './escaped-html.js';
import { findingsList, findingWords } from './findings-list.js';
import { page } from './page.js';
import type { Reading } from './reading.js';

/** One edition as one persona reads it: how the inbox lists it, the email, its plain text, what was found. */
export function readingPage(
  reading: Reading,
  neighbours: { readonly before: Reading | undefined; readonly after: Reading | undefined },
  names: (reading: Reading) => string,
  organisation: string,
): string {
  const { issue, readers, persona, read } = reading;
  const as = persona ? `read as ${persona.title}` : 'with merge fields as written';
  const own = fileOf(names(reading));
  const steps = [
    step(neighbours.before, names, 'prev', '← Before'),
    step(neighbours.after, names, 'next', 'After →'),
  ].join('\n');
  return page(
    `${issue.title}, ${issue.label}: ${readers}, ${as}`,
    '../',
    `<header>
<nav aria-label="Pages">
<a href="../index.html">All issues</a>
${steps}
</nav>
<h1>${escaped(issue.title)} <small>${escaped(issue.label)}</small></h1>
<p>For ${escaped(readers)}, ${escaped(as)}. ${escaped(whenWords(issue.sendsAt, issue.zone))}.</p>
${persona?.about === undefined ? '' : `<p class="advice">${escaped(persona.about)}</p>`}
</header>
<main>
<section aria-labelledby="inbox">
<h2 id="inbox">In the inbox</h2>
<p class="inbox" lang="${escaped(read.lang)}"><strong>${escaped(issue.sender.name)}</strong> <span>${escaped(read.subject)}</span> <span class="advice">${escaped(read.preheader)}</span></p>
</section>
<section aria-labelledby="email">
<h2 id="email">The email</h2>
<div class="email">
<iframe src="edition/${escaped(own)}.html" title="${escaped(`${issue.title} of ${organisation}`)}" sandbox=""></iframe>
<span class="mark" aria-hidden="true">Draft</span>
</div>
<p><a href="edition/${escaped(own)}.html">Open the email by itself</a></p>
</section>
<details>
<summary>Plain text</summary>
<pre lang="${escaped(read.lang)}">${escaped(read.text)}</pre>
</details>
<details${issue.findings.length > 0 ? ' open' : ''}>
<summary>What was found: ${escaped(findingWords(issue.findings))}</summary>
${findingsList(issue.findings)}
</details>
</main>`,
  );
}

function step(
  reading: Reading | undefined,
  names: (reading: Reading) => string,
  rel: 'prev' | 'next',
  words: string,
): string {
  if (!reading) return '';
  const { issue, readers, persona } = reading;
  const title = `${issue.title}: ${readers}${persona ? `, as ${persona.title}` : ''}`;
  return `<a rel="${rel}" href="../${escaped(names(reading))}.html" title="${escaped(title)}">${words}</a>`;
}

/** The name of a page within its issue’s folder. */
function fileOf(name: string): string {
  return name.slice(name.indexOf('/') + 1);
}
