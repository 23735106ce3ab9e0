import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatOf } from '../../../src/audience/sources/xlsx-formats.js';
import { plainDate, plainNumber } from '../../../src/audience/sources/xlsx-values.js';

const plain = (written: string) => plainNumber(written, 'plain', false);

describe('the number in a cell', () => {
  it.each([
    ['0', '0'],
    ['-0', '0'],
    ['42', '42'],
    ['-7', '-7'],
    ['12345678901', '12345678901'],
    ['1.2345678901E10', '12345678901'],
    ['12345678901234567890', '12345678901234567890'],
    ['9.2233720368547758E+18', '9223372036854780000'],
    ['1e21', '1000000000000000000000'],
    ['1.5', '1.5'],
    ['0.30000000000000004', '0.3'],
    ['1.0000000000000001E-2', '0.01'],
    ['-1.25E-7', '-0.000000125'],
    [' 3 ', '3'],
    ['5.0', '5'],
  ])('%s is shown as %s', (written, shown) => {
    expect(plain(written)).toBe(shown);
  });

  it.each(['', 'x', 'NaN', 'Infinity', '1e999', '0x10', '1,5', '1 2', '--1'])('“%s” is none', (written) => {
    expect(plain(written)).toBeUndefined();
  });

  it('is never written with a power of ten, and is the one that spreadsheets show', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true, max: 1e308, min: -1e308 }), (number) => {
        // Written as Excel does it, with 17 digits.
        const shown = plain(number.toExponential(16)) ?? '';
        expect(shown).toMatch(/^-?\d+(\.\d+)?$/);
        expect(Number(shown)).toBe(Number(number.toPrecision(15)) + 0);
      }),
    );
  });

  it('keeps all digits of an identifier', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 10n ** 30n }), (id) => {
        expect(plain(String(id))).toBe(String(id));
      }),
    );
  });
});

describe('a date in a cell', () => {
  it.each([
    ['1', 'date', '1900-01-01'],
    ['59', 'date', '1900-02-28'],
    // A day that there was not, but which Excel shows.
    ['60', 'date', '1900-02-29'],
    ['61', 'date', '1900-03-01'],
    ['46472', 'date', '2027-03-26'],
    ['46472.75', 'date', '2027-03-26'],
    ['46472.999999', 'date', '2027-03-26'],
    ['46472.75', 'date-time', '2027-03-26T18:00:00'],
    ['46472', 'date-time', '2027-03-26T00:00:00'],
    ['46472.99999999', 'date-time', '2027-03-27T00:00:00'],
    ['2958465', 'date', '9999-12-31'],
    ['0.5', 'time', '12:00:00'],
    ['46472.25', 'time', '06:00:00'],
    ['1.5', 'hours', '36:00:00'],
    // What spreadsheets show no date for.
    ['0', 'date', '0'],
    ['-1', 'date', '-1'],
    ['2958466', 'date', '2958466'],
  ] as const)('%s as a %s is %s', (written, format, shown) => {
    expect(plainNumber(written, format, false)).toBe(shown);
  });

  it.each([
    ['0', '1904-01-01'],
    ['45010', '2027-03-26'],
    ['2957003', '9999-12-31'],
    ['2957004', '2957004'],
  ])('%s counted from 1904 is %s', (written, shown) => {
    expect(plainNumber(written, 'date', true)).toBe(shown);
  });

  it.each([
    ['2027-03-26', 'date', '2027-03-26'],
    ['2027-03-26T00:00:00', 'date', '2027-03-26'],
    ['2027-03-26T14:30:00.000Z', 'date-time', '2027-03-26T14:30:00'],
    ['2027-03-26T14:30:00', 'plain', '2027-03-26T14:30:00'],
    ['14:30:00', 'time', '14:30:00'],
  ] as const)('%s in ISO form as a %s is %s', (written, format, shown) => {
    expect(plainDate(written, format)).toBe(shown);
  });

  it('is any day of four centuries, in both ways of counting', () => {
    const days = fc.date({ min: new Date('1904-01-01'), max: new Date('2300-12-31'), noInvalidDate: true });
    fc.assert(
      fc.property(days, (date) => {
        const day = Math.floor(date.getTime() / 86_400_000);
        const iso = date.toISOString().slice(0, 10);
        expect(plainNumber(String(day + 25_569), 'date', false)).toBe(iso);
        expect(plainNumber(String(day + 24_107), 'date', true)).toBe(iso);
      }),
    );
  });
});

describe('a format code', () => {
  it.each([
    ['General', 'plain'],
    ['0.00E+00', 'plain'],
    ['#,##0.00', 'plain'],
    ['"Mitgliedsnr. "0', 'plain'],
    ['[Red]-0;[Blue]0', 'plain'],
    ['_-* #,##0 "days"_-', 'plain'],
    ['\\d0', 'plain'],
    ['@', 'plain'],
    ['yyyy-mm-dd', 'date'],
    ['[$-409]d\\-mmm\\-yy;@', 'date'],
    ['[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy', 'date'],
    ['mmmm', 'date'],
    ['dd/mm/yyyy hh:mm', 'date-time'],
    ['d/m/yy\\ h:mm\\ AM/PM', 'date-time'],
    ['h:mm AM/PM', 'time'],
    ['mm:ss.0', 'time'],
    ['[h]:mm:ss', 'hours'],
    ['[mm]:ss', 'hours'],
  ] as const)('%s is for a %s', (code, format) => {
    expect(formatOf(code)).toBe(format);
  });

  it('of zeros only keeps the zeros before a member’s number', () => {
    expect(plainNumber('1234', formatOf('000000'), false)).toBe('001234');
    expect(plainNumber('1234567', formatOf('000000'), false)).toBe('1234567');
    expect(plainNumber('-12', formatOf('000000'), false)).toBe('-12');
  });
});
