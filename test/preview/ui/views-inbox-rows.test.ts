import { describe, expect, it } from 'vitest';
import { inboxRows, narrowest } from '../../../src/preview/ui/reader/views/inbox-rows.js';

const shown = (subject: string, preheader: string, sender = 'The union') =>
  Object.fromEntries(
    inboxRows(sender, subject, preheader).map((row) => [
      row.program,
      { sender: row.sender.shown.length, subject: row.subject.shown.length, preheader: row.preheader.shown.length },
    ]),
  );

describe('the rows of an inbox', () => {
  it('show what is short whole, without an ellipsis', () => {
    for (const { sender, subject, preheader } of inboxRows('The union', 'Olives', 'And more'))
      expect([sender, subject, preheader]).toEqual([
        { shown: 'The union', lost: '' },
        { shown: 'Olives', lost: '' },
        { shown: 'And more', lost: '' },
      ]);
  });

  it('cut what is long at what has been published of each program', () => {
    expect(shown('s'.repeat(200), 'p'.repeat(200), 'u'.repeat(60))).toEqual({
      gmail: { sender: 20, subject: 70, preheader: 37 },
      outlook: { sender: 30, subject: 54, preheader: 55 },
      iphone: { sender: 25, subject: 48, preheader: 99 },
    });
  });

  it('give the preheader in Gmail what the subject leaves of the line', () => {
    const rooms = ['Olives', 'Olives and much else', 's'.repeat(90)].map(
      (subject) => shown(subject, 'p'.repeat(200)).gmail?.preheader,
    );
    expect(rooms).toEqual([101, 87, 37]);
  });

  it('lose nothing between what is shown and what is lost', () => {
    const text = 'Cuba: offer members an evening with Havana, and what else to bring to your district this week';
    for (const { preheader } of inboxRows('The union', 'Olives', text))
      expect(`${preheader.shown.replace('…', '')}${preheader.lost}`.replaceAll(' ', '')).toBe(text.replaceAll(' ', ''));
  });

  it('never cut through a letter and its accent, or through a flag', () => {
    const [, outlook] = inboxRows('The union', '', `${'x'.repeat(53)}🏴󠁧󠁢󠁷󠁬󠁳󠁿${'y'.repeat(20)}`);
    expect(outlook?.preheader).toEqual({ shown: `${'x'.repeat(53)}🏴󠁧󠁢󠁷󠁬󠁳󠁿…`, lost: 'y'.repeat(20) });
  });

  it('name the program that shows least', () => {
    const rows = inboxRows('The union', 's'.repeat(60), 'p'.repeat(100));
    expect(narrowest(rows, 'subject')?.name).toBe('Mail on an iPhone');
    expect(narrowest(rows, 'preheader')?.name).toBe('Gmail on the web');
  });
});
