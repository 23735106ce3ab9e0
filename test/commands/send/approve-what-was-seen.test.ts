import { expect, it } from 'vitest';
import { mailing, now } from './mailing.js';

it('what was seen can be approved, and nothing else', async () => {
  const project = mailing(7);
  const seen = JSON.parse((await project.mailout('approve weekly --diff --json', now)).out);
  expect(seen).toMatchObject({ ok: false, audience: 'pickers', recipients: 7, refusals: [], findings: [] });
  const approve = () => project.mailout(['approve', 'weekly', '--by', 'Ada', '--digest', seen.digest, '--json'], now);

  const folder = 'issues/weekly/2027-03-22';
  const written = project.read('issues/items/fair-pay-petition.md');
  project.write('issues/items/fair-pay-petition.md', written.replace(/^title: .*/m, 'title: Something else'));
  const refused = await approve();
  expect(refused.code).toBe(3);
  expect(JSON.parse(refused.out)).toMatchObject({
    ok: false,
    refusals: [{ words: expect.stringContaining('not what you have seen') }],
  });
  expect(project.list('issues').filter((path) => path.includes('approvals'))).toEqual([]);

  project.write('issues/items/fair-pay-petition.md', written);
  const approved = await approve();
  expect(approved.code).toBe(0);
  expect(JSON.parse(approved.out)).toMatchObject({ ok: true, approval: { by: 'Ada', digest: seen.digest } });
  expect(project.list(folder).filter((path) => path.includes('approvals'))).toHaveLength(1);
});

it('a plan that is printed names its editions, and does not have them in it', async () => {
  const project = mailing(7);
  const { out } = await project.mailout('send weekly --dry-run --json', now);
  expect(JSON.parse(out).plan.editions.map(({ id }: { id: string }) => id)).toEqual(['wales', 'everyone-else']);
  expect(out).not.toContain('</html>');
});
