import { describe, expect, it } from 'vitest';
import { readOrganisation } from '../../src/content/read-organisation.js';
import { usualApproval, usualDelivery } from '../../src/model/organisation.js';
import { told } from './told.js';

const head = 'name: Union\naddress: [1 High Street]\ncontact: a@example.org\nzone: Europe/London\nnation: scotland\n';
const read = (text: string) => readOrganisation({ path: 'mailout.yaml', text: `${head}${text}` });

describe('how mail goes out', () => {
  it('is as usual where nothing is said', () => {
    expect(read('').value).toMatchObject({ region: 'global', delivery: usualDelivery, approval: usualApproval });
    expect(read('delivery: { canary: { share: 3 } }\n').value?.delivery).toEqual({
      ...usualDelivery,
      canary: { ...usualDelivery.canary, share: 3 },
    });
    expect(read('approval: { hours: 5 }\n').value?.approval).toEqual({ ...usualApproval, hours: 5 });
  });

  it('is as it is said', () => {
    const { value, findings } = read(`delivery:
  transport: smtp
  sendgrid: { region: eu }
  hold: 0
  hold-above: 10
  most-late: 12
  canary: { share: 2, rejected: 3, unknown: 0 }
  tracking: { clicks: true, opens: true }
  unsubscribe: { link: "https://example.org/u?{token}", mailto: "mailto:u@example.org" }
  list-domain: lists.example.org
approval:
  hours: 24
  rules:
    - { up-to: 9, approvers: 1, author-counts: true }
    - { approvers: 3 }
`);
    expect(findings).toEqual([]);
    expect(value).toMatchObject({ region: 'eu' });
    expect(value?.delivery).toEqual({
      transport: 'smtp',
      hold: 0,
      holdAbove: 10,
      mostLate: 12,
      canary: { share: 2, rejected: 3, unknown: 0 },
      tracking: { clicks: true, opens: true },
      unsubscribe: { link: 'https://example.org/u?{token}', mailto: 'mailto:u@example.org' },
      listDomain: 'lists.example.org',
    });
    expect(value?.approval).toEqual({
      hours: 24,
      rules: [
        { upTo: 9, approvers: 1, authorCounts: true },
        { approvers: 3, authorCounts: false },
      ],
    });
  });

  it.each([
    ['delivery: { transport: pigeon }\n', '6:24'],
    ['delivery: { hold: 4321 }\n', '6:19'],
    ['delivery: { hold: half an hour }\n', '6:19'],
    ['delivery: { canary: { share: 0 } }\n', '6:30'],
    ['delivery: { canary: { rejected: 101 } }\n', '6:33'],
    ['delivery: { tracking: { clicks: perhaps } }\n', '6:33'],
    ['delivery: { unsubscribe: { link: "http://example.org/{token}" } }\n', '6:34'],
    ['delivery: { unsubscribe: { link: "https://example.org/" } }\n', '6:34'],
    ['delivery: { list-domain: "a b" }\n', '6:26'],
    ['approval: { hours: 0 }\n', '6:20'],
    ['approval: { rules: [{ approvers: 0 }] }\n', '6:34'],
  ])('has its mistakes told where they are: %s', (text, place) => {
    const { value, findings } = read(text);
    expect(value).toBeUndefined();
    expect(told(findings).map((words) => words.split(' ')[0])).toEqual([place]);
  });
});

describe('the rules of approval', () => {
  const rules = (...list: readonly string[]) => told(read(`approval: { rules: [${list.join(', ')}] }\n`).findings);
  const [small, large, any] = ['{ up-to: 9, approvers: 1 }', '{ up-to: 99, approvers: 2 }', '{ approvers: 3 }'];

  it.each([[[]], [[any]], [[small]], [[small, large]], [[small, large, any]]])('may be %j', (list) => {
    expect(rules(...list)).toEqual([]);
  });

  it.each([[[large, small]], [[small, small]], [[any, small]], [[any, any]]])('may not be %j', (list) => {
    expect(rules(...list)).toEqual([expect.stringContaining('This rule never counts')]);
  });
});
