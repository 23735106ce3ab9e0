import { expect, it } from 'vitest';
import { openWorkbench } from '../../../src/flows/preview/workbench.js';
import { copyOf } from '../../harness/project.js';

it('an issue that cannot be made again is told of what is wrong with an item that it shares with another', async () => {
  const project = copyOf('newsletter');
  project.write('issues/monthly/publication.yaml', project.read('issues/weekly/publication.yaml'));
  project.edit('issues/items/pruning-day.md', (text) => text.replace('[weekly]', '[weekly, monthly]'));
  const bench = openWorkbench({ root: project.root, now: () => '2027-03-17T12:00:00Z', shown: () => {} });
  await bench.refresh();
  expect(bench.state().issues).toHaveLength(2);

  project.edit('issues/items/pruning-day.md', (text) => text.replace(/^kind: .*$/m, 'kind: happening'));
  await bench.refresh();
  for (const issue of bench.state().issues) {
    expect(issue.isStale).toBe(true);
    expect(issue.findings.map(({ place }) => place?.file)).toContain('issues/items/pruning-day.md');
  }
});
