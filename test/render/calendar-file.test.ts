import fc from 'fast-check';
import ICAL from 'ical.js';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { type CalendarEvent, calendarFile } from '../../src/render/calendar-file.js';

const meeting: CalendarEvent = {
  uid: 'pruning-day@orchard.example',
  title: 'Pruning day',
  when: { starts: '2021-04-24T09:00:00Z', ends: '2021-04-24T15:00:00Z' },
  place: 'Lantern House, 7 Mill Lane; London',
  online: 'https://meet.example/pruning',
  description: 'Bring gloves, and a friend.',
  url: 'https://orchard.example/pruning',
  organiser: { name: 'Orchard Workers', address: 'hello@orchard.example' },
  stamp: '2021-03-22T07:00:00.000Z',
};

function readAgain(text: string) {
  const calendar = new ICAL.Component(ICAL.parse(text));
  const events = calendar.getAllSubcomponents('vevent');
  expect(events).toHaveLength(1);
  const [event] = events;
  if (!event) throw new Error('no event');
  return { calendar, event, value: (name: string) => event.getFirstPropertyValue(name)?.toString() };
}

afterEach(() => {
  vi.useRealTimers();
});

describe('a calendar file', () => {
  it('says what the event is', async () => {
    const { calendar, event, value } = readAgain(await calendarFile(meeting));
    expect(calendar.getFirstPropertyValue('version')).toBe('2.0');
    expect(calendar.getFirstPropertyValue('prodid')).toBe('-//mailout//mailout//EN');
    expect(calendar.getFirstPropertyValue('method')).toBe('PUBLISH');
    expect(value('uid')).toBe('pruning-day@orchard.example');
    expect(value('dtstamp')).toBe('2021-03-22T07:00:00Z');
    expect(value('dtstart')).toBe('2021-04-24T09:00:00Z');
    expect(value('dtend')).toBe('2021-04-24T15:00:00Z');
    expect(value('summary')).toBe('Pruning day');
    expect(value('location')).toBe('Lantern House, 7 Mill Lane; London');
    expect(value('description')).toBe('Bring gloves, and a friend.\n\nhttps://meet.example/pruning');
    expect(value('url')).toBe('https://orchard.example/pruning');
    expect(value('organizer')).toBe('mailto:hello@orchard.example');
    expect(event.getFirstProperty('organizer')?.getFirstParameter('cn')).toBe('Orchard Workers');
    expect(event.getAllSubcomponents()).toEqual([]);
    expect(calendar.getAllSubcomponents('vtimezone')).toEqual([]);
  });

  it.each([
    [{ firstDay: '2021-04-24' }, '2021-04-24', '2021-04-25'],
    [{ firstDay: '2021-12-30', lastDay: '2022-01-02' }, '2021-12-30', '2022-01-03'],
  ])('of whole days ends on the day after the last: %j', async (when, starts, ends) => {
    const text = await calendarFile({ ...meeting, when });
    const { value } = readAgain(text);
    expect([value('dtstart'), value('dtend')]).toEqual([starts, ends]);
    expect(text).toContain(`DTSTART;VALUE=DATE:${starts.replaceAll('-', '')}\r\n`);
  });

  it('has nothing that it was not told', async () => {
    const { uid, title, stamp } = meeting;
    const text = await calendarFile({ uid, title, when: { starts: '2021-04-24T09:00:00Z' }, stamp });
    expect(text.split('\r\n')).toEqual([
      ...['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//mailout//mailout//EN', 'METHOD:PUBLISH', 'BEGIN:VEVENT'],
      ...['UID:pruning-day@orchard.example', 'SEQUENCE:0', 'DTSTAMP:20210322T070000Z', 'DTSTART:20210424T090000Z'],
      ...['SUMMARY:Pruning day', 'END:VEVENT', 'END:VCALENDAR', ''],
    ]);
  });

  it('names the link where an event is only online', async () => {
    const { place: _, description: __, ...online } = meeting;
    const { value } = readAgain(await calendarFile(online));
    expect(value('location')).toBe('https://meet.example/pruning');
  });

  it('is the same at any time, in any zone', async () => {
    vi.useFakeTimers({ now: new Date('2021-01-01T00:00:00Z') });
    const first = await calendarFile(meeting);
    vi.setSystemTime(new Date('2031-07-01T00:00:00Z'));
    const zone = process.env.TZ;
    process.env.TZ = 'Pacific/Auckland';
    try {
      expect(new Date(0).getHours()).toBe(12);
      expect(await calendarFile(meeting)).toBe(first);
    } finally {
      if (zone === undefined) delete process.env.TZ;
      else process.env.TZ = zone;
    }
  });

  it('takes any words without letting one out of its line', async () => {
    const piece = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.string({ unit: 'binary' }),
      fc.constantFrom(
        '\n',
        '\r\n',
        '\r',
        ',',
        ';',
        '\\',
        '\\n',
        '"',
        ':',
        '🌹',
        '👩‍🌾',
        'مسيرة',
        '平和',
        '^n',
        '\t',
        '\u2028',
      ),
      fc.constantFrom('BEGIN:VALARM', 'END:VEVENT', 'x'.repeat(80), 'é'.repeat(40), '\0', '\ud800'),
    );
    const words = fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join(''));
    await fc.assert(
      fc.asyncProperty(words, words, words, words, words, async (title, place, description, query, name) => {
        const text = await calendarFile({
          ...meeting,
          uid: `U${name}`,
          title: `T${title}`,
          place: `P${place}`,
          description: `D${description}`,
          url: `https://orchard.example/?q=${query}`,
          organiser: { name: `N${name}`, address: 'hello@orchard.example' },
        });
        const { value, event } = readAgain(text);
        expect(value('summary')).toBe(readable(`T${title}`));
        expect(value('location')).toBe(readable(`P${place}`));
        expect(value('description')).toBe(readable(`D${description}\n\nhttps://meet.example/pruning`));
        expect(value('url')).toMatch(/^https:\/\/orchard\.example\/\?q=[^\s,;\\]*$/);
        const organiser = event.getFirstProperty('organizer');
        expect(organiser?.getFirstParameter('cn')).toBe(
          withoutControls(`N${name}`)
            .replace(/\s+/g, ' ')
            .replace(/["\\^]/g, '’'),
        );
        expect(value('organizer')).toBe('mailto:hello@orchard.example');
        expect(event.getAllSubcomponents()).toEqual([]);
        expect(event.getAllProperties().map((property) => property.name)).toEqual([
          ...[
            'uid',
            'sequence',
            'dtstamp',
            'dtstart',
            'dtend',
            'summary',
            'location',
            'description',
            'organizer',
            'url',
          ],
        ]);
        expectWholeLines(text);
      }),
      { numRuns: 500 },
    );
  });

  it('keeps an address a web address: what it would have to escape is in percent', async () => {
    const { value } = readAgain(await calendarFile({ ...meeting, url: 'https://orchard.example/a,b;c\\d?e=f g' }));
    expect(value('url')).toBe('https://orchard.example/a%2Cb%3Bc%5Cd?e=f%20g');
  });
});

/** Text as RFC 5545 can hold it: without control characters, every line end alike. */
function readable(text: string): string {
  return withoutControls(text).replace(/\r\n|\r/g, '\n');
}

function withoutControls(text: string): string {
  return text.replace(/(?![\t\n\r])[\p{Cc}\p{Cs}]/gu, '');
}

/** RFC 5545, 3.1: lines end in CRLF and have at most 75 octets; a torn character would not be UTF-8. */
function expectWholeLines(text: string): void {
  expect(text.endsWith('END:VCALENDAR\r\n')).toBe(true);
  expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  for (const line of Buffer.from(text).toString('latin1').split('\r\n')) {
    expect(line.length).toBeLessThanOrEqual(75);
    new TextDecoder('utf-8', { fatal: true }).decode(Buffer.from(line, 'latin1'));
  }
}
