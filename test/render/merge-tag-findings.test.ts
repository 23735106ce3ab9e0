import { describe, expect, it } from 'vitest';
import { copyOf } from '../harness/project.js';

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
      item.replace(/Ask them .*/, 'Ask [[them]] {{now}}, [1].'),
    );
    expect(await project.mailout('build')).toMatchObject({ code: 0, err: '' });
    expect(project.read('out/weekly/2027-03-22/wales.txt')).toContain('Ask [[them]] {{now}}, [1].');
  });
});
