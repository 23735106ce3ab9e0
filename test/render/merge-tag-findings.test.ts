import { describe, expect, it } from 'vitest';
import type { Audience } from '../../src/model/audience.js';
import type { PlacedItem } from '../../src/model/issue.js';
import type { Item } from '../../src/model/item.js';
import { mergeTagFindings } from '../../src/render/merge-tag-findings.js';
import { copyOf } from '../harness/project.js';
import { issue, item, markdown, placed, section } from './sample.js';

describe('merge tags that are none', () => {
  it.each([
    ['a misspelt one', 'Ask them now, [[frist_name|friend]].', 'Did you mean “first_name”?'],
    ['a misspelt one without a fallback', 'Ask them now, [[firstname]].', 'Did you mean “first_name”?'],
    [
      'one of another audience',
      'Ask them now, [[district|your district]].',
      'There is: unsubscribe_url, web_url, first_name.',
    ],
  ])('%s is a warning at its place, and the issue is built', async (_name, text, fix) => {
    const project = copyOf('newsletter');
    project.edit('issues/items/fair-pay-petition.md', (item) => item.replace(/Ask them .*/, text));
    const { code, err } = await project.mailout('build');
    expect(code).toBe(0);
    expect(err).toContain('issues/items/fair-pay-petition.md:15:15');
    expect(err).toContain(fix);
    expect(err).toContain('1 warning');
  });

  it('other brackets are text', async () => {
    const project = copyOf('newsletter');
    project.edit('issues/items/fair-pay-petition.md', (item) =>
      item.replace(/Ask them .*/, 'Ask [[them]] {now}, [1].'),
    );
    expect(await project.mailout('build')).toMatchObject({ code: 0, err: '' });
    expect(project.read('out/weekly/2027-03-22/wales.txt')).toContain('Ask [[them]] {now}, [1].');
  });
});

describe('misspelt merge tags are found', () => {
  const audience: Audience = {
    id: 'members',
    source: { file: 'audiences/members.yaml', at: {} },
    title: 'Members',
    environment: 'test',
    columns: { email: 'email', fields: [], facets: {} },
    change: 20,
    why: '',
    translations: {},
    fields: [{ name: 'first_name', fallback: 'friend' }],
    facets: {},
  };
  const source = {
    file: 'issues/items/a.md',
    at: { title: [2, 8], summary: [3, 10], ask: [4, 6], wording: [5, 3], actions: [7, 3] },
  } as const;
  const tag = '[[frist_name|friend]]';
  const link = { do: 'sign', label: 'Sign', url: 'https://x.example' } as const;
  const findingsOf = (parts: Partial<Item>, placing: Partial<PlacedItem> = {}) => {
    const one = placed(item('a', { source, ...parts }), 'full', placing);
    return mergeTagFindings(issue([section('news', [one])]), audience);
  };

  it.each<[string, Partial<Item>, number]>([
    ['a title', { title: `Dear ${tag}` }, 2],
    ['a summary', { summary: `Dear ${tag}` }, 3],
    ['what to ask', { ask: `Dear ${tag}` }, 4],
    ['words to copy', { wording: `One.\n\nDear ${tag}` }, 5],
    ['the label of an action', { actions: [{ ...link, label: `Sign, ${tag}` }] }, 7],
    ['the address of an action', { actions: [link, { ...link, url: `https://x.example/?n=${tag}` }] }, 7],
    ['a text', { body: { ...markdown(`Dear ${tag}`), place: { ...source, line: 9, column: 1 } } }, 9],
  ])('in %s', (_, parts, line) => {
    const findings = findingsOf(parts);
    expect(findings).toMatchObject([
      {
        rule: 'render/unknown-merge-tag',
        severity: 'warning',
        place: { file: 'issues/items/a.md', line },
        fix: 'Did you mean “first_name”?',
      },
    ]);
  });

  it('in a translation, where that was written', () => {
    const translated = { file: 'issues/translations/cy/a.md', at: { ask: [5, 6] } } as const;
    expect(findingsOf({}, { ask: tag, source: translated, lang: 'cy' })).toMatchObject([
      { place: { file: 'issues/translations/cy/a.md', line: 5, column: 6 } },
    ]);
  });

  it.each(['subject', 'preheader'])('in the %s, where its words or their pattern are', (part) => {
    const subjectPlace = { file: 'issues/weekly/publication.yaml', line: 9, column: 10 };
    const findings = mergeTagFindings(issue([], { [part]: tag, subjectPlace }), audience);
    expect(findings).toMatchObject([{ rule: 'render/unknown-merge-tag', place: subjectPlace }]);
  });

  it('only where the audience has no such field', () => {
    const known = '[[first_name]] [[unsubscribe_url]] [[web_url]]';
    expect(findingsOf({ title: known, ask: known, wording: known, actions: [{ ...link, label: known }] })).toEqual([]);
  });
});
