import { exclusionWords } from '../../audience/exclusion-words.js';
import type { ExclusionReason } from '../../audience/tally.js';
import { missingWords, type Verdict } from '../../delivery/approval.js';
import type { Override, SendPlan } from '../../delivery/plan.js';
import type { Outlook } from '../../flows/send/look-ahead.js';
import { grouped } from '../../model/count.js';
import { type Cell, table } from '../../terminal/table.js';
import type { Colours } from '../../terminal/terminal.js';
import { refusalReport } from '../audience/refusal-report.js';

/** A plan, as one reads it before saying yes to it. */
export function planReport({ title, plan, sending, refusals, verdict, begun }: Outlook, colours: Colours): string {
  const { counts, sender, date } = plan;
  const excluded = Object.values(counts.excluded).reduce((sum, count) => sum + count, 0);
  const facts = table([
    fact(
      'To',
      `${plan.audience}: ${people(counts.recipients)}${excluded > 0 ? `, ${grouped(excluded)} left out` : ''}`,
    ),
    fact('From', `${sender.name} <${sender.address}>${sender.replyTo ? `, replies to ${sender.replyTo}` : ''}`),
    fact('By', byWords(plan, sending.isReal)),
    fact('When', whenWords(plan, sending.isReal)),
    fact('Batches', batchWords(plan)),
    ...Object.entries(sending.settings).map(([name, value]) => fact(capitalised(name), settingWords(value))),
  ]);
  const editions = table(
    plan.editions.map(({ id, digest, recipients }): Cell[] => [
      { text: `  ${id}` },
      { text: grouped(recipients), align: 'right' },
      { text: digest.slice(0, 16), style: colours.dim },
    ]),
  );
  const reasons = table(
    Object.entries(counts.excluded).map(([reason, count]): Cell[] => [
      { text: '  ' },
      { text: grouped(count), align: 'right' },
      { text: exclusionWords(reason as ExclusionReason).words },
    ]),
  );
  return [
    `${colours.bold(`${title}, ${date}`)}\n${facts}`,
    `${colours.bold('Editions')}\n${editions}`,
    ...(excluded > 0 ? [`${colours.bold('Left out')}\n${reasons}`] : []),
    ...(plan.overrides ? [`${colours.bold('Sent all the same')}\n${plan.overrides.map(overrideWords).join('')}`] : []),
    `${colours.bold('Approval')}\n${approvalReport(verdict, colours)}`,
    ...(begun
      ? [
          `${colours.bold('Under way')}\n  This is the send ${begun.id}, begun ${begun.begunAt}. It goes on where it stopped.\n`,
        ]
      : []),
    ...(refusals.length > 0 ? [refusalReport('In the way', refusals, colours)] : []),
  ].join('\n');
}

/** Who approved it, who has to, and which approvals do not count. */
export function approvalReport(verdict: Verdict, colours: Colours): string {
  const { isApproved, counting, void: voided } = verdict;
  const lines = counting.map(({ by, at }) => `${colours.green('yes')}  ${by}, ${at}`);
  for (const { approval, why } of voided) {
    lines.push(
      `${colours.yellow('void')} ${approval.by}, ${approval.at}`,
      ...why.map((one) => `     ${colours.dim(one)}`),
    );
  }
  if (!isApproved) lines.push(`${colours.red('no')}   ${missingWords(verdict)}: “mailout approve”.`);
  return `${lines.map((line) => `  ${line}`).join('\n')}\n`;
}

function fact(name: string, words: string): Cell[] {
  return [{ text: `  ${name}` }, { text: words }];
}

function overrideWords({ rule, file, words, because, until }: Override): string {
  return `  ${words} (${rule}, ${file})\n    allowed until ${until}: ${because}\n`;
}

function byWords({ transport }: SendPlan, isReal: boolean): string {
  return isReal ? transport.kind : `${transport.kind}: nobody gets mail, it is put in a folder`;
}

function whenWords({ sendAt, hold }: SendPlan, isReal: boolean): string {
  if (!isReal) return 'at once';
  const when = sendAt === undefined ? 'at once' : `at ${sendAt}`;
  if (hold === 0 && sendAt === undefined) return `${when}; it cannot be taken back`;
  const held = hold === 0 ? '' : `, held ${hold} minutes`;
  return `${when}${held}; “mailout cancel” takes it back until ten minutes before`;
}

function batchWords({ counts, canary }: SendPlan): string {
  return `${grouped(counts.batches)}: those of testers first, then ${canary.share * 100} % of them but at least one, then the rest`;
}

function settingWords(value: string | number | boolean): string {
  return typeof value === 'boolean' ? (value ? 'yes' : 'no') : String(value);
}

function people(count: number): string {
  return `${grouped(count)} ${count === 1 ? 'recipient' : 'recipients'}`;
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
