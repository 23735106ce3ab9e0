import type { HandedItem, Handover } from '../../flows/handover/handover.js';
import type { ApprovalRule } from '../../model/approval.js';
import { grouped } from '../../model/count.js';
import { dayInWords } from '../../terminal/days.js';
import { markdownTable, plainMarkdown } from '../../terminal/markdown.js';
import { stateWords } from '../calendar/calendar-report.js';
import { cadenceWords } from './cadence-words.js';

/** The page, in Markdown: the newsletters first, then what somebody has to do, then what they have to keep in mind. */
export function handoverPage(handover: Handover): string {
  const { organisation, now } = handover;
  return `${[
    `# Handing over the newsletters of ${plainMarkdown(organisation)}`,
    `As of ${dayInWords(now)} at ${now.slice(11)}. Made by \`mailout handover\` from the files and the ledger; nobody’s address and no key is in it.`,
    newsletters(handover),
    approvals(handover),
    comingIssues(handover),
    items(
      'Open deadlines',
      'What readers can still do.',
      'Closes',
      handover.open,
      'Nothing that readers are asked to do has a deadline to come.',
    ),
    items(
      'Outcomes owed',
      'These have closed, and their files do not say how they ended (`outcome:`). Readers who signed would like to know.',
      'Closed',
      handover.owed,
      'Every campaign of the past year that has closed says how it ended.',
    ),
    goesStale(handover),
    keys(handover),
    findings(handover),
  ]
    .filter((part) => part !== '')
    .join('\n\n')}\n`;
}

function newsletters({ newsletters: all, zone, transport, mostLate }: Handover): string {
  const rows = all.map(({ title, id, cadence, audience, source, copyDeadline, channel }) => [
    `${title} (${id})`,
    cadenceWords(cadence),
    copyDeadline === undefined ? '' : `${copyDeadline} working day${copyDeadline === 1 ? '' : 's'} before`,
    `${audience}: ${source}`,
    channel === 'copy' ? 'print copy' : transport,
  ]);
  return [
    '## What goes out when',
    markdownTable(['Newsletter', 'When', 'Copy by', 'To', 'By'], rows),
    `Times are those of ${zone}. A scheduled job sends what is due (\`mailout send --due\`), up to ${mostLate} hours late; later than that, somebody has to.`,
  ].join('\n\n');
}

function approvals({ newsletters: all, approval: { rules, hours } }: Handover): string {
  const mailed = all.filter(({ channel }) => channel === 'email');
  const lines = rules.map((rule) => `- ${ruleWords(rule)}`);
  const named = mailed.map(({ title, approvers }) => [title, approvers.length > 0 ? approvers.join(', ') : 'anybody']);
  return [
    '## Who approves',
    lines.join('\n'),
    ...(mailed.length > 0 ? [markdownTable(['Newsletter', 'Whose approval counts'], named)] : []),
    `An approval holds for ${hours} hours, and only for exactly what was seen. \`mailout approve <newsletter>\` shows it and asks.`,
  ].join('\n\n');
}

function ruleWords({ upTo, approvers, authorCounts }: ApprovalRule): string {
  const people = upTo === undefined ? 'For any more people' : `For up to ${grouped(upTo)} people`;
  const count = approvers === 1 ? 'one approval' : `${approvers} approvals`;
  return `${people}: ${count}${authorCounts ? '' : ', by somebody who did not write it'}.`;
}

function comingIssues({ issues, hasLedger }: Handover): string {
  const rows = issues.map((issue) => [
    `${dayInWords(issue.sendsAt)}, ${issue.sendsAt.slice(11)}`,
    issue.title,
    issue.label,
    issue.copyDeadline === undefined ? '' : dayInWords(issue.copyDeadline),
    stateWords(issue),
  ]);
  return [
    '## The issues of last week and the next six',
    rows.length === 0 ? 'None.' : markdownTable(['Goes out', 'Newsletter', 'Issue', 'Copy by', 'State'], rows),
    ...(hasLedger ? [] : ['There is no ledger here, so what was sent is not known.']),
  ].join('\n\n');
}

function items(title: string, words: string, column: string, all: readonly HandedItem[], none: string): string {
  if (all.length === 0) return `## ${title}\n\n${none}`;
  const rows = all.map((item) => [dayInWords(item.closes), item.title, item.file]);
  return [`## ${title}`, words, markdownTable([column, 'Item', 'File'], rows)].join('\n\n');
}

function goesStale({ expiries }: Handover): string {
  const rows = expiries.map(({ what, until, isOver, fix }) => [
    `${dayInWords(until)}${isOver ? ' (over)' : ''}`,
    what,
    fix,
  ]);
  return `## What goes stale\n\n${markdownTable(['Good until', 'What', 'What to do'], rows)}`;
}

function keys({ keys: all }: Handover): string {
  const rows = all.map(({ name, words, isHere }) => [name, words, isHere ? 'yes' : 'no']);
  return [
    '## Keys',
    markdownTable(['Name', 'What it does', 'Here'], rows),
    'Here means: where this page was made. Keys are kept in the CI’s secrets or a password manager, never in a file of git. SendGrid’s keys do not run out by themselves: make a new one, and delete the old one, when somebody leaves who knew it. Whoever loses the key that seals the ledger loses what it knows of people, so a copy of it is kept.',
  ].join('\n\n');
}

function findings({ findings: all }: Handover): string {
  if (all.length === 0) return '';
  const lines = all.map(
    ({ place, words }) => `- ${plainMarkdown(words)}${place ? ` (${place.file}:${place.line})` : ''}`,
  );
  return `## What the calendar warns of\n\n${lines.join('\n')}`;
}
