import { outlookFault } from '../../edition/outlook.js';
import { rule } from '../../rule.js';

export const msoBalanced = rule({
  id: 'compat/mso-balanced',
  over: 'edition',
  severity: 'error',
  title: 'What is for Outlook alone is closed as it was opened',
  why: 'Outlook for Windows gets tables of its own in comments that other programs skip. If one is not closed, Outlook shows nothing of what follows, or all of it beside the page, and no other program shows that anything is wrong.',
  origins: [
    {
      title: 'Microsoft, About conditional comments',
      url: 'https://learn.microsoft.com/en-us/previous-versions/windows/internet-explorer/ie-developer/compatibility/ms537512(v=vs.85)',
    },
  ],
  bad: '<!--[if mso]><table><tr><td><![endif]--> … <!--[if mso]></td></tr><![endif]-->',
  good: '<!--[if mso]><table><tr><td><![endif]--> … <!--[if mso]></td></tr></table><![endif]-->',
  *judge({ markup }) {
    const fault = outlookFault(markup.html);
    if (fault === undefined) return;
    yield {
      words: `What is for Outlook alone does not fit together: ${fault}.`,
      fix: 'Look for “[if mso]” in the template, and close everything in the order in which it was opened.',
    };
  },
});
