import { spawnSync } from 'node:child_process';

/** Runs each task in turn, round after round, and gives the median time of each in milliseconds. The first round is thrown away. */
export function medians(tasks, rounds) {
  const times = new Map(Object.keys(tasks).map((name) => [name, []]));
  for (let round = 0; round <= rounds; round += 1) {
    for (const [name, task] of Object.entries(tasks)) {
      const spent = task();
      if (round > 0) times.get(name).push(spent);
    }
  }
  return Object.fromEntries([...times].map(([name, all]) => [name, median(all)]));
}

export function median(values) {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
}

/**
 * Wall time of one process, in milliseconds. Ends the benchmark if the process fails: if it ends with a code that is not
 * among those that are good.
 */
export function wallTime(command, args, { good = [0], ...options } = {}) {
  const started = process.hrtime.bigint();
  const { status, stderr } = spawnSync(command, args, { stdio: ['ignore', 'pipe', 'pipe'], ...options });
  const spent = Number(process.hrtime.bigint() - started) / 1e6;
  if (!good.includes(status)) {
    console.error(`${command} ${args.join(' ')} ended with ${status}:\n${stderr}`);
    process.exit(1);
  }
  return spent;
}

/** Peak memory of a Node process in MB. */
export function peakMemory(node, args, options = {}) {
  const hook =
    'data:text/javascript,process.on("exit",()=>process.stderr.write("\\npeak "+process.resourceUsage().maxRSS))';
  const { stderr } = spawnSync(node, ['--import', hook, ...args], { stdio: ['ignore', 'pipe', 'pipe'], ...options });
  return Number(/peak (\d+)/.exec(String(stderr))[1]) / 1024;
}
