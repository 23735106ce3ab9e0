import { describe, expect, it } from 'vitest';
import type { MergeField } from '../../src/model/audience.js';
import { subjectFindings } from '../../src/render/headline-findings.js';

const subjectPlace = { file: 'issues/weekly/publication.yaml', line: 9, column: 10 };
const fields: readonly MergeField[] = [{ name: 'first_name', fallback: 'friend' }, { name: 'district' }];
const findings = (subject: string) => subjectFindings({ subject, subjectPlace }, fields);

describe('a subject', () => {
  it.each([
    [78, []],
    [79, ['warning']],
    [150, ['warning']],
    [151, ['error']],
  ])('of %s characters', (length, severities) => {
    expect(findings('x'.repeat(length)).map(({ severity }) => severity)).toEqual(severities);
  });

  it('that is too long says how long, where it was written and what to do', () => {
    expect(findings('y'.repeat(80))).toEqual([
      {
        rule: 'render/long-subject',
        severity: 'warning',
        place: subjectPlace,
        words: `The subject “${'y'.repeat(80)}” has 80 characters, and inboxes show 40 to 70.`,
        fix: expect.stringContaining('first 40 characters'),
      },
    ]);
  });

  it.each([
    ['counts a tag as its fallback', `[[first_name|friend]]${'x'.repeat(72)}`, 78],
    ['counts a tag without a fallback as the audience’s', `[[first_name]]${'x'.repeat(72)}`, 78],
    ['counts a tag that may be empty as nothing', `[[district]]${'x'.repeat(78)}`, 78],
    ['counts characters, not halves of them', '🍏'.repeat(78), 78],
    ['counts what is no tag as it stands', `[[x]]${'x'.repeat(74)}`, 79],
  ])('%s', (_, subject, length) => {
    const [finding] = findings(subject);
    if (length <= 78) expect(finding).toBeUndefined();
    else expect(finding?.words).toContain(`has ${length} characters`);
  });

  it.each(['', '   ', '[[district]]', '[[first_name|]]'])('%j is none, and that is an error', (subject) => {
    expect(findings(subject)).toMatchObject([
      { rule: 'render/no-subject', severity: 'error', place: subjectPlace, words: 'This edition has no subject.' },
    ]);
  });
});
