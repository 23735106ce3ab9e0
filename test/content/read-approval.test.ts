import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { approvalText, readApproval } from '../../src/content/read-approval.js';
import type { Approval } from '../../src/model/approval.js';
import { told } from './told.js';

const path = 'issues/weekly/2027-03-22/approvals/ada-123456.yaml';
const read = (text: string) => readApproval({ path, text });

const approval: Approval = {
  by: 'Ada: “the” #1',
  at: '2027-03-17T12:00:00.000Z',
  expires: '2027-03-20T12:00:00.000Z',
  covers: {
    sender: 'News <news@example.org>',
    'reply to': '',
    'edition everyone-else': 'yes',
    'send at': '2027-03-22',
  },
  band: { from: 95, until: 105 },
  digest: 'abc',
};

describe('an approval', () => {
  it('is written so that people can read it, and says what a change does to it', () => {
    expect(approvalText(approval)).toBe(
      `# Written by “mailout approve”. It counts as it is: a change in it makes it void.
by: "Ada: “the” #1"
at: "2027-03-17T12:00:00.000Z"
expires: "2027-03-20T12:00:00.000Z"
digest: "abc"
band: { from: 95, until: 105 }
covers:
  "sender": "News <news@example.org>"
  "reply to": ""
  "edition everyone-else": "yes"
  "send at": "2027-03-22"
`,
    );
  });

  it('is read back as it was, whatever was approved', () => {
    // What no YAML file of a workspace may have in it is said by the reader.
    const words = fc.string({ unit: 'grapheme' }).filter((text) => text.trim() !== '');
    const approvals = fc.record({
      by: words,
      at: words,
      expires: words,
      covers: fc.dictionary(words, fc.string({ unit: 'grapheme' }), { minKeys: 1, noNullPrototype: true }),
      band: fc.record({ from: fc.nat(999_999), until: fc.nat(999_999) }),
      digest: words,
    });
    fc.assert(
      fc.property(approvals, (one) => {
        expect(read(approvalText(one))).toEqual({ value: one, findings: [] });
      }),
    );
  });

  it.each([
    ['nothing', '', '1:1'],
    ['no name', approvalText(approval).replace(/^by: .*$/m, 'by: ""'), '2:5'],
    ['a part that there is not', `${approvalText(approval)}force: true\n`, '12:1'],
    ['a number that is none', approvalText(approval).replace('95', 'all'), '6:15'],
    ['a list where names should be', approvalText(approval).replace(/covers:.*/s, 'covers: [x]\n'), '7:10'],
  ])('with %s is none, and it is said where', (_, text, place) => {
    const { value, findings } = read(text);
    expect(value).toBeUndefined();
    expect(told(findings).map((words) => words.split(' ')[0])).toContain(place);
  });
});
