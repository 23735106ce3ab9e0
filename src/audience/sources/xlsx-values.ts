import type { CellFormat } from './xlsx-formats.js';

/** 31 December 9999, counted from 1900: no spreadsheet shows a later day as a date. */
const lastDay = 2_958_465;
/** Days by which counting from 1904 is behind. */
const before1904 = 1_462;
const secondsOfDay = 86_400;

/**
 * A number of a spreadsheet as plain text: in full, never as 1.2E+10, with the 15 digits that Excel shows. Dates as ISO 8601.
 *
 * @param written as the file has it
 * @returns nothing where it is no number
 */
export function plainNumber(written: string, format: CellFormat, from1904: boolean): string | undefined {
  const trimmed = written.trim();
  if (!/^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(trimmed)) return undefined;
  const number = Number(trimmed);
  if (!Number.isFinite(number)) return undefined;
  if (typeof format === 'object') return padded(inFull(trimmed, number), format.zeros);
  return (format === 'plain' ? undefined : moment(number, format, from1904)) ?? inFull(trimmed, number);
}

/** A value that the file has as an ISO date already (ECMA-376 part 1, 18.18.11, type d). */
export function plainDate(written: string, format: CellFormat): string {
  const [, day = '', time] = /^(\d{4}-\d{2}-\d{2})(?:T(\d{2}:\d{2}:\d{2})(?:\.\d+)?Z?)?$/.exec(written) ?? [];
  if (day === '') return written;
  return time === undefined || format === 'date' ? day : `${day}T${time}`;
}

function inFull(written: string, number: number): string {
  // The digits of a number that some other program wrote in full are not rounded to those of a double.
  if (/^-?[1-9]\d*$/.test(written)) return written;
  const rounded = Number(number.toPrecision(15));
  const [digits = '', power] = String(Number.isFinite(rounded) ? rounded : number).split('e');
  if (power === undefined) return digits === '-0' ? '0' : digits;
  const [, sign = '', whole = '', part = ''] = /^(-?)(\d+)\.?(\d*)$/.exec(digits) ?? [];
  const places = Number(power);
  return places < 0
    ? `${sign}0.${'0'.repeat(-places - 1)}${whole}${part}`
    : `${sign}${whole}${part.padEnd(places, '0')}`;
}

/** The format of numbers such as 007, which are names and not amounts. */
function padded(text: string, zeros: number): string {
  return /^\d+$/.test(text) ? text.padStart(zeros, '0') : text;
}

/** Nothing where spreadsheets show no date either. */
function moment(serial: number, format: Exclude<CellFormat, object>, from1904: boolean): string | undefined {
  if (serial < 0 || serial >= lastDay + 1 - (from1904 ? before1904 : 0)) return undefined;
  const seconds = Math.round(serial * secondsOfDay);
  if (format === 'hours') return clock(seconds);
  const time = clock(seconds % secondsOfDay);
  if (format === 'time') return time;
  const day = dayOf(format === 'date' ? Math.floor(serial) : Math.floor(seconds / secondsOfDay), from1904);
  return day === undefined || format === 'date' ? day : `${day}T${time}`;
}

function clock(seconds: number): string {
  const parts = [seconds / 3_600, (seconds / 60) % 60, seconds % 60];
  return parts.map((part) => String(Math.floor(part)).padStart(2, '0')).join(':');
}

/**
 * Days are counted from 1 January 1900 as 1, with a 29 February 1900 that there was not; or from 1 January 1904 as 0
 * (ECMA-376 part 1, 18.17.4.1).
 */
function dayOf(serial: number, from1904: boolean): string | undefined {
  if (from1904) return iso(Date.UTC(1904, 0, 1 + serial));
  if (serial === 0) return undefined;
  if (serial === 60) return '1900-02-29';
  return iso(Date.UTC(1899, 11, (serial < 60 ? 31 : 30) + serial));
}

function iso(time: number): string {
  return new Date(time).toISOString().slice(0, 10);
}
