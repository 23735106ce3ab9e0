import { type Complaint, nameOf, type Page, wordsOf } from './page.js';

/** Headings are how one finds the way through an email without seeing it: one of level one, first, and no level left out. */
export function badHeadings({ elements }: Page): Complaint[] {
  const headings = elements.filter(({ name }) => /^h[1-6]$/.test(name));
  const levels = headings.map(({ name }) => Number(name[1]));
  const tops = levels.filter((level) => level === 1).length;
  const complaints = tops === 1 ? [] : [{ check: 'heading', at: '<h1>', reason: `there are ${tops} of them` }];
  for (const [index, heading] of headings.entries()) {
    const level = levels[index] ?? 1;
    const before = levels[index - 1] ?? 0;
    const reasons = [
      ...(index === 0 && level > 1 && tops > 0 ? ['comes before the heading of level one'] : []),
      ...(index > 0 && level > before + 1 ? [`follows a heading of level ${before}`] : []),
      ...(wordsOf(heading) ? [] : ['is empty']),
    ];
    complaints.push(...reasons.map((reason) => ({ check: 'heading', at: nameOf(heading), reason })));
  }
  return complaints;
}
