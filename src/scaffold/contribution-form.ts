import { consentHeading, consents, contributionFields } from '../model/contribution.js';
import type { CiHost } from './ci-facts.js';
import { quoted } from './common.js';
import type { NewFile } from './workspace-files.js';

const title = 'Something for the newsletters';
const words = 'A petition, news, an event: no git needed. An editor reads it, and may shorten it.';

/** The form by which people who never use git send in an item, for a host. */
export function contributionForm(host: CiHost): NewFile {
  return { github: githubForm, gitlab: gitlabForm }[host]();
}

/**
 * The form of GitHub’s: https://docs.github.com/en/communities/using-templates-to-encourage-useful-issues-and-pull-requests/syntax-for-githubs-form-schema
 */
function githubForm(): NewFile {
  const fields = Object.entries(contributionFields).map(
    ([id, { heading, hint, isNeeded, isLong }]) => `  - type: ${isLong ? 'textarea' : 'input'}
    id: ${id}
    attributes:
      label: ${quoted(heading)}
      description: ${quoted(hint)}
    validations:
      required: ${isNeeded}
`,
  );
  const boxes = consents.map((one) => `        - label: ${quoted(one)}\n          required: true\n`);
  return {
    path: '.github/ISSUE_TEMPLATE/newsletter-item.yml',
    text: `# Made by “mailout init ci”. “mailout import --form” reads what is sent in by these headings: leave them as they are.
name: ${quoted(title)}
description: ${quoted(words)}
title: "For the newsletters: "
labels: [newsletter]
body:
${fields.join('')}  - type: checkboxes
    id: consent
    attributes:
      label: ${quoted(consentHeading)}
      options:
${boxes.join('')}`,
  };
}

/** GitLab has no forms; its template is text with the same headings. */
function gitlabForm(): NewFile {
  const fields = Object.values(contributionFields).map(
    ({ heading, hint, isNeeded }) => `### ${heading}\n\n<!-- ${hint}${isNeeded ? '' : ' (if there is one)'} -->\n`,
  );
  return {
    path: '.gitlab/issue_templates/newsletter-item.md',
    text: `<!-- Made by “mailout init ci”. ${words} Leave the headings as they are. -->

${fields.join('\n')}
### ${consentHeading}

${consents.map((one) => `- [ ] ${one}\n`).join('')}`,
  };
}
