import ICAL from 'ical.js';
import { describe, expect, it } from 'vitest';
import type { CalendarResult } from '../../../src/flows/calendar/look-at-calendar.js';
import { copyOf, copyOfSample, type Project } from '../../harness/project.js';

const september = '2026-09-01T08:00:00Z';

type Event = { readonly uid: string; readonly title: string; readonly day?: string; readonly instant?: number };

/** The feed as another program reads it. */
function eventsIn(text: string): readonly Event[] {
  const calendar = new ICAL.Component(ICAL.parse(text));
  return calendar.getAllSubcomponents('vevent').map((component) => {
    const { uid, summary, startDate } = new ICAL.Event(component);
    const when = startDate.isDate ? { day: startDate.toString() } : { instant: startDate.toUnixTime() * 1000 };
    return { uid, title: summary, ...when };
  });
}

async function yearOf(project: Project, now = september) {
  const { out, code } = await project.mailout('calendar --year --ics mailout.ics --json', now);
  expect(code).toBe(0);
  const text = project.read('mailout.ics');
  return { table: JSON.parse(out) as CalendarResult, text, events: eventsIn(text) };
}

const inLondon = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Europe/London',
  dateStyle: 'short',
  timeStyle: 'short',
});

function withDeadlines(): Project {
  const project = copyOf('school-year');
  for (const id of ['bulletin', 'termly']) {
    project.edit(`issues/${id}/publication.yaml`, (text) => `${text}copy-deadline: 3\n`);
  }
  return project;
}

describe('the feed for calendar programs', () => {
  it('has the events of the table and no other, at the same London times all the year round', async () => {
    const { table, events } = await yearOf(withDeadlines());
    expect(table.issues.length).toBeGreaterThan(90);
    const wanted = table.issues.flatMap(({ title, label, sendsAt, copyDeadline }) => [
      ...(copyDeadline === undefined ? [] : [`${copyDeadline} Copy for ${title}, ${label}`]),
      `${sendsAt.replace('T', ' ')} ${title}, ${label} goes out`,
    ]);
    const seen = events.map(({ title, day, instant = 0 }) => `${day ?? inLondon.format(instant)} ${title}`);
    expect(seen.map((line) => line.replace(' (the date may change)', ''))).toEqual(wanted);
  });

  it('tells the instants on both sides of both changes of the clocks', async () => {
    const { events } = await yearOf(withDeadlines());
    const at = (title: string) => events.find((one) => one.title.startsWith(title))?.instant;
    expect(at('Monday Mail, 19 October 2026')).toBe(Date.UTC(2026, 9, 19, 6));
    expect(at('Branch Notes, 25 October 2026')).toBe(Date.UTC(2026, 9, 24, 23, 30));
    expect(at('Monday Mail, 2 November 2026')).toBe(Date.UTC(2026, 10, 2, 7));
    expect(at('Branch Notes, 28 March 2027')).toBe(Date.UTC(2027, 2, 28, 0, 30));
    expect(at('Branch Notes, 11 April 2027')).toBe(Date.UTC(2027, 3, 10, 23, 30));
  });

  it('knows an event by the day that it was planned for, so that it moves when a bank holiday does', async () => {
    const project = withDeadlines();
    const id = (events: readonly Event[], title: string) => events.find((one) => one.title.startsWith(title))?.uid;
    const before = await yearOf(project);
    expect(new Set(before.events.map(({ uid }) => uid)).size).toBe(before.events.length);
    const moved = id(before.events, 'Monday Mail, 4 May 2027');
    expect(moved).toBeDefined();
    project.edit('issues/monday-mail/publication.yaml', (text) =>
      text.replace('in-holidays: skip', 'in-holidays: skip, on-bank-holiday: same-day'),
    );
    expect(id((await yearOf(project)).events, 'Monday Mail, 3 May 2027')).toBe(moved);
  });

  it('is the same every time, but for when it was made', async () => {
    const project = withDeadlines();
    const one = (await yearOf(project)).text;
    const other = (await yearOf(project, '2026-09-01T09:30:00Z')).text;
    const stamp = /^DTSTAMP:.*$/gm;
    expect(other).not.toBe(one);
    expect(other.replaceAll(stamp, '')).toBe(one.replaceAll(stamp, ''));
  });

  it('is well-formed whatever a newsletter is called: lines end in CRLF and have 75 octets at most', async () => {
    const project = withDeadlines();
    const title = 'Éducation, “undeb” a’r Byd; cylchlythyr rhyngwladol yr athrawon 教育 \\n o bob cwr';
    project.edit('issues/termly/publication.yaml', (text) =>
      text.replace('title: Around the World', `title: '${title}'`),
    );
    const { text, events } = await yearOf(project);
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    expect(Math.max(...text.split('\r\n').map((line) => Buffer.byteLength(line)))).toBeLessThanOrEqual(75);
    expect(events.some((one) => one.title.startsWith(`${title}, `))).toBe(true);
  });

  it('can be empty', async () => {
    const project = withDeadlines();
    const { code } = await project.mailout(
      'calendar monday-mail --from 2027-08-01 --until 2027-08-02 --ics a.ics',
      '2027-08-01T08:00:00Z',
    );
    expect(code).toBe(0);
    expect(eventsIn(project.read('a.ics')).every(({ title }) => title.startsWith('Monday Mail'))).toBe(true);
  });

  it('says where a date is not certain, and what is for print', async () => {
    const { events } = await yearOf(copyOfSample(), '2028-05-01T08:00:00Z');
    expect(events.some(({ title }) => title.endsWith('(the date may change)'))).toBe(true);
    expect(events.some(({ title }) => /^Educate, \w+\/\w+ \d{4} is due/.test(title))).toBe(true);
  });
});
