import { checkWorkspace } from '../src/flows/check/check-workspace.js';
import { createWorkshop } from '../src/flows/workshop.js';
import { readTree } from '../src/workspace/read.js';

/*
 * One issue checked again and again in one process. The benchmark bundles this file as mailout itself is bundled.
 */

const [, , root = '.', rounds = '15'] = process.argv;
const request = { publications: ['monday-morning-mail-out'], date: '2021-03-22' };
const world = { root, now: '2021-03-22T00:00:00Z', progress: () => {}, milliseconds: () => performance.now() };
const workshop = createWorkshop(root, { isKept: true });

const whole: number[] = [];
const asked: number[] = [];
for (let round = 0; round < Number(rounds); round += 1) {
  const started = performance.now();
  const { costs } = await checkWorkspace(request, world, readTree(root), workshop);
  whole.push(performance.now() - started);
  asked.push(costs.reduce((sum, { milliseconds }) => sum + milliseconds, 0));
}
const [first = 0] = whole;
process.stdout.write(JSON.stringify({ first, whole: median(whole.slice(3)), asked: median(asked.slice(3)) }));

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}
