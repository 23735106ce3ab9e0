import type { Send } from '../../database/sends.js';
import type { SendStatus } from '../../flows/send/send-status.js';
import { grouped } from '../../model/count.js';
import { type Cell, table } from '../../terminal/table.js';
import type { Colours } from '../../terminal/terminal.js';
import { sumsReport } from './run-report.js';

/** Every send with what became of its people and what to do; all its uncertain batches if it was asked for alone. */
export function statusReport(sends: readonly SendStatus[], isWhole: boolean, now: number, colours: Colours): string {
  if (sends.length === 0) return 'Nothing was sent yet.\n';
  return sends.map((one) => sendReport(one, isWhole, now, colours)).join('\n');
}

function sendReport(status: SendStatus, isWhole: boolean, now: number, colours: Colours): string {
  const { send, sums, batches, todo } = status;
  const { id, publication, date, transport, recipients } = send;
  const head = `${colours.bold(`${publication}, ${date}`)}  ${stateWords(send, colours)}\n`;
  const facts = `  Send ${id} by ${transport}, begun ${send.begunAt}: ${grouped(recipients)} recipients${timeLeft(status, now)}\n`;
  const uncertain = batches.uncertain.map(({ number, edition, people, state, since, why, attempt }): Cell[] => [
    { text: `  batch ${number}` },
    { text: grouped(people), align: 'right' },
    { text: edition },
    { text: state === 'open' ? 'under way' : 'unknown', style: colours.yellow },
    { text: `${since}${why === undefined ? '' : `, ${whyWords[why] ?? why}`}`, style: colours.dim },
    ...(isWhole ? [{ text: attempt, style: colours.dim }] : []),
  ]);
  const most = isWhole ? uncertain.length : 5;
  return [
    head,
    facts,
    sumsReport(sums),
    table(uncertain.slice(0, most)),
    ...(uncertain.length > most ? [`  and ${uncertain.length - most} more: mailout status ${id}\n`] : []),
    ...(isWhole ? todo : todo.slice(0, 3)).map((one) => `  ${colours.cyan(one)}\n`),
  ].join('');
}

function stateWords({ state, isRehearsal }: Send, colours: Colours): string {
  const rehearsal = isRehearsal ? ' (a rehearsal)' : '';
  switch (state) {
    case 'complete':
      return colours.green(`complete${rehearsal}`);
    case 'open':
      return colours.yellow(`incomplete${rehearsal}`);
    case 'cancelling':
      return colours.yellow('being taken back');
    case 'cancelled':
      return 'taken back: nobody got it';
    case 'stopped':
      return colours.red('stopped: some got it, nobody else will');
  }
}

function timeLeft({ send, isHeld }: SendStatus, now: number): string {
  if (send.releaseAt === undefined || Date.parse(send.releaseAt) <= now) return '';
  const minutes = Math.floor((Date.parse(send.releaseAt) - now) / 60_000);
  const back = isHeld ? `; for ${minutes - 10} minutes more it can be taken back: mailout cancel ${send.id}` : '';
  return `\n  Goes out ${send.releaseAt}, in ${minutes} minutes${back}`;
}

/** Why nobody knows whether a batch arrived. */
const whyWords: Readonly<Record<string, string>> = {
  'server-error': 'the provider answered that it had failed',
  'broke-off': 'the line broke before an answer',
  'no-answer': 'no answer came',
  'not-the-provider': 'somebody else answered',
  stopped: 'it was broken off',
  'run-died': 'the run that sent it ended without a word',
  bug: 'mailout made a mistake',
};
