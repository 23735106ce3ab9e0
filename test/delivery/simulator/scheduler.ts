/** A process in which an engine runs. */
export type Process = { state: 'running' | 'frozen' | 'crashed' };

type Task = {
  readonly process: Process | undefined;
  due: number;
  /** Whether it happens also if its process stands still: it left the process already. */
  readonly isOutside: boolean;
  readonly run: () => void;
};

/**
 * Virtual time, and the one who decides what happens next. Whatever a process asks of the world happens in two steps:
 * the world does it, and the answer comes back. Between any two steps of one process those of others may come, and the
 * process may freeze or die: so it may have done what it never hears of.
 */
export type Scheduler = {
  readonly now: () => number;
  /** A question to the world: `effect` is what the world does, at some moment, as one step. */
  readonly ask: <T>(process: Process, effect: () => T, duration?: number) => Promise<T>;
  readonly wait: (process: Process, milliseconds: number, signal: AbortSignal) => Promise<void>;
  /** Happens to the world after so many milliseconds. */
  readonly later: (milliseconds: number, run: () => void) => void;
  /** The process stops for ever. What it asked already may or may not happen still. */
  readonly crash: (process: Process) => void;
  /** The clock jumps: what is due stays as far away as it was. */
  readonly jump: (milliseconds: number) => void;
  /** Goes on until there is nothing more to happen. `beforeStep` is told the number of each step. */
  readonly run: (beforeStep: (step: number) => void) => Promise<void>;
};

/** A history longer than this does not end. */
const mostSteps = 50_000;

export function scheduler(chance: () => number): Scheduler {
  let time = 0;
  let offset = Date.UTC(2026, 10, 22);
  let tasks: Task[] = [];
  const add = (process: Process | undefined, delay: number, isOutside: boolean, run: () => void): Task => {
    const task = { process, due: time + delay, isOutside, run };
    tasks.push(task);
    return task;
  };
  const mayRun = ({ process, isOutside }: Task) => isOutside || process === undefined || process.state === 'running';

  const mayHappen = (by: number): Task[] => {
    const ready: Task[] = [];
    for (const task of tasks) if (task.due <= by && mayRun(task)) ready.push(task);
    return ready;
  };
  const earliest = (): number => {
    let next = Number.POSITIVE_INFINITY;
    for (const task of tasks) if (task.due < next && mayRun(task)) next = task.due;
    return next;
  };

  return {
    now: () => offset + time,
    ask: <T>(process: Process, effect: () => T, duration = 0) =>
      new Promise<T>((resolve, reject) => {
        if (process.state === 'crashed') return;
        add(process, duration, true, () => {
          try {
            const answer = effect();
            add(process, 0, false, () => resolve(answer));
          } catch (thrown) {
            add(process, 0, false, () => reject(thrown));
          }
        });
      }),
    wait: (process, milliseconds, signal) =>
      new Promise((resolve) => {
        const hurry = () => {
          task.due = Math.min(task.due, time);
        };
        const task = add(process, signal.aborted ? 0 : milliseconds, false, () => {
          signal.removeEventListener('abort', hurry);
          resolve();
        });
        signal.addEventListener('abort', hurry);
      }),
    later: (milliseconds, run) => {
      add(undefined, milliseconds, true, run);
    },
    crash: (process) => {
      process.state = 'crashed';
      tasks = tasks.filter((task) => task.process !== process || (task.isOutside && chance() < 0.5));
    },
    jump: (milliseconds) => {
      offset += milliseconds;
    },
    run: async (beforeStep) => {
      await new Promise(setImmediate);
      for (let step = 0; ; step += 1) {
        if (step > mostSteps) throw new Error('The history does not end.');
        beforeStep(step);
        let ready = mayHappen(time);
        if (ready.length === 0) {
          const next = earliest();
          if (next === Number.POSITIVE_INFINITY) return;
          time = next;
          ready = mayHappen(time);
        }
        const task = ready[Math.floor(chance() * ready.length)];
        if (task === undefined) continue;
        tasks.splice(tasks.indexOf(task), 1);
        task.run();
        // Ticks come after all promises that can go on have gone on.
        await new Promise<void>((resolve) => process.nextTick(resolve));
      }
    },
  };
}
