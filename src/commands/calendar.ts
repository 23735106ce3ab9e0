import { relative, resolve } from 'node:path';
import type { CalendarResult } from '../flows/calendar/look-at-calendar.js';
import { type ExitCode, exitCode } from '../model/fault.js';
import { isError } from '../model/finding.js';
import { writeOwnFile } from '../workspace/write-file.js';
import { type Command, type Context, dateOption, type Options, textOption } from './command.js';
import { peopleWorld, sayFindings } from './people.js';

export const calendar: Command = {
  summary: 'Show the coming issues: when each goes out, when copy is due, how far it has come.',
  argument: { name: '[publication...]', words: 'ids of publications; all of them if none is named' },
  options: [
    { flags: '--from <date>', words: 'the first day; a week ago if you name none' },
    { flags: '--until <date>', words: 'the last day; nine weeks after the first if you name none' },
    { flags: '--year', words: 'show the twelve months from the first day, a week a letter' },
    { flags: '--ics <file>', words: 'write a file that calendar programs read' },
    { flags: '--json', words: 'print the result as one JSON object' },
  ],
  examples: [
    { line: 'mailout calendar', words: 'what comes next, and what was missed' },
    { line: 'mailout calendar --year', words: 'the whole year at a glance' },
    { line: 'mailout calendar --ics mailout.ics', words: 'the same for everybody’s calendar' },
  ],
  run: runCalendar,
};

async function runCalendar(names: readonly string[], options: Options, context: Context): Promise<ExitCode> {
  const { terminal } = context;
  const world = peopleWorld(context);
  const { lookAtCalendar } = await import('../flows/calendar/look-at-calendar.js');
  const from = dateOption(options, 'from');
  const until =
    options.year === true ? await yearAfter(from ?? context.now().slice(0, 10)) : dateOption(options, 'until');
  const result = await lookAtCalendar(
    { publications: names, ...(from !== undefined && { from }), ...(until !== undefined && { until }) },
    { ...world, milliseconds: context.milliseconds },
  );
  world.end();
  const file = textOption(options, 'ics');
  if (file !== undefined) await writeFeed(resolve(context.folder, file), result, context);
  if (options.json) {
    terminal.out(`${JSON.stringify({ ok: !result.findings.some(isError), ...result }, null, 2)}\n`);
  } else {
    sayFindings(result.findings, world, context);
    const { calendarTable, yearView } = await import('./calendar/calendar-report.js');
    terminal.out(options.year ? yearView(result, terminal.onOut) : calendarTable(result, terminal.onOut));
    if (file !== undefined)
      terminal.out(`\n${relative(context.folder, resolve(context.folder, file))} has them for calendar programs.\n`);
  }
  return result.findings.some(isError) ? exitCode.findings : exitCode.done;
}

async function writeFeed(path: string, { issues, zone }: CalendarResult, { now }: Context): Promise<void> {
  const { calendarFeed } = await import('../flows/calendar/calendar-feed.js');
  writeOwnFile(path, await calendarFeed(issues, { zone, domain: 'mailout', stamp: now() }));
}

async function yearAfter(date: string): Promise<string> {
  const { addDays } = await import('../model/days.js');
  return addDays(date, 364);
}
