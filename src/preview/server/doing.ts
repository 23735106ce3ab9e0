import { Hono } from 'hono';
import type * as z from 'zod/mini';
import { Fault } from '../../model/fault.js';
import type { DeedResult, LiveWorkbench, ShownIssue, WorkbenchDeeds } from '../../model/workbench.js';
import { type Refusal, refuse, type Wire } from './answers.js';
import { missingFrom } from './known-items.js';
import { questionOf } from './question.js';
import {
  approvalShape,
  approveShape,
  asChoiceChange,
  changeShape,
  lookedAtShape,
  mendShape,
  openShape,
  proofShape,
  rebuildShape,
} from './shapes.js';

export type Doing = {
  readonly bench: LiveWorkbench;
  readonly deeds: WorkbenchDeeds;
  readonly lookAt: (issue: string) => void;
  /** Has the issues made anew, the one that is looked at first. */
  readonly refresh: () => Promise<void>;
  /** The same, without anybody waiting for it. */
  readonly refreshSoon: () => void;
};

/** What became of what the page asked: more to say than yes, or why not. */
type Answer = { readonly done: Readonly<Record<string, unknown>> } | { readonly refusal: Refusal };

const gone = {
  issue: {
    status: 404,
    words: 'This issue is not in the preview any more.',
    fix: 'Go back to the board.',
  },
  finding: {
    status: 404,
    words: 'This finding is not there any more.',
    fix: 'Look at the list again: it may have been mended meanwhile.',
  },
  item: { status: 404, words: 'This item is not there any more.', fix: 'Look at the list again.' },
  persona: { status: 404, words: 'There is no such persona any more.', fix: 'Choose another one.' },
} as const satisfies Readonly<Record<string, Refusal>>;

/** What the editor does: everything that is more than looking. */
export function doingRoutes({ bench, deeds, lookAt, refresh, refreshSoon }: Doing): Hono<Wire> {
  const routes = new Hono<Wire>();
  const oneAtATime = guardedDeeds();

  const post = <Shape extends z.ZodMiniType>(
    path: string,
    shape: Shape,
    act: (asked: z.infer<Shape>) => Answer | Promise<Answer>,
  ) =>
    routes.post(path, async (c) => {
      const question = await questionOf(c, shape);
      const answer = 'asked' in question ? await act(question.asked) : question;
      return 'done' in answer ? c.json({ ok: true, ...answer.done }) : refuse(c, answer.refusal);
    });

  const issueOf = (key: string): ShownIssue | undefined => bench.state().issues.find((one) => one.key === key);
  const findingOf = (key: string) => {
    const { issues, findings } = bench.state();
    return [...findings, ...issues.flatMap((issue) => issue.findings)].find((one) => one.key === key);
  };
  const itemOf = (id: string) =>
    bench
      .state()
      .issues.flatMap(({ items }) => items)
      .find((one) => one.id === id);

  post('/looked-at', lookedAtShape, ({ issue }) => {
    if (!issueOf(issue)) return { refusal: gone.issue };
    lookAt(issue);
    return { done: {} };
  });

  post('/change', changeShape, (asked) => {
    const issue = issueOf(asked.issue);
    if (!issue) return { refusal: gone.issue };
    if (issue.isStale) return { refusal: stale };
    const change = asChoiceChange(asked.change);
    const missing = missingFrom(issue, change);
    if (missing) return { refusal: missing };
    const unwritten = refusalBy(() => {
      bench.change(issue.key, change);
      return undefined;
    });
    if (unwritten) return { refusal: unwritten };
    lookAt(issue.key);
    refreshSoon();
    return { done: {} };
  });

  post('/mend', mendShape, ({ finding }) => {
    if (!findingOf(finding)) return { refusal: gone.finding };
    const unmended = refusalBy(() => (bench.mend(finding) ? undefined : notMended));
    if (unmended) return { refusal: unmended };
    refreshSoon();
    return { done: {} };
  });

  post('/rebuild', rebuildShape, async () => {
    await refresh();
    return { done: { revision: bench.state().revision } };
  });

  post('/open', openShape, async (asked) => {
    if ('item' in asked) {
      const item = itemOf(asked.item);
      return item ? answerOf(await deeds.openEditor(item.file, 1)) : { refusal: gone.item };
    }
    const finding = findingOf(asked.finding);
    if (!finding) return { refusal: gone.finding };
    if (!finding.place) return { refusal: nowhere };
    return answerOf(await deeds.openEditor(finding.place.file, finding.place.line));
  });

  post('/proof', proofShape, async ({ issue: key, persona }) => {
    const issue = issueOf(key);
    if (!issue) return { refusal: gone.issue };
    if (persona !== undefined && !bench.state().personas.some(({ id }) => id === persona))
      return { refusal: gone.persona };
    return oneAtATime(`proof ${key}`, async () => answerOf(await deeds.proof(issue.publication, issue.date, persona)));
  });

  post('/approval', approvalShape, async ({ issue: key }) => {
    const issue = issueOf(key);
    if (!issue) return { refusal: gone.issue };
    const { ok, digest, lines } = await deeds.approval(issue.publication, issue.date);
    if (!ok) return { refusal: { status: 409, words: lines.join('\n') } };
    return { done: { lines, ...(digest !== undefined && { digest }) } };
  });

  post('/approve', approveShape, async ({ issue: key, digest, by }) => {
    const issue = issueOf(key);
    if (!issue) return { refusal: gone.issue };
    return oneAtATime(`approve ${key}`, async () =>
      answerOf(await deeds.approve(issue.publication, issue.date, digest, by)),
    );
  });

  return routes;
}

const stale: Refusal = {
  status: 409,
  words: 'Something in this issue cannot be read, and what you see is how it was before.',
  fix: 'Mend the findings above it first.',
};

const notMended: Refusal = {
  status: 409,
  words: 'This could not be mended: its file has changed meanwhile.',
  fix: 'Look at the list of findings again.',
};

const nowhere: Refusal = {
  status: 409,
  words: 'This finding is about no single file.',
  fix: 'Its words say where to look.',
};

const underWay: Refusal = {
  status: 409,
  words: 'This is under way already.',
  fix: 'Wait for it to end.',
};

/** Nobody gets two proofs because of a double click. */
function guardedDeeds(): (name: string, deed: () => Promise<Answer>) => Promise<Answer> {
  const running = new Set<string>();
  return async (name, deed) => {
    if (running.has(name)) return { refusal: underWay };
    running.add(name);
    try {
      return await deed();
    } finally {
      running.delete(name);
    }
  };
}

/** What writing is refused with, also where the disk does not take it. */
function refusalBy(write: () => Refusal | undefined): Refusal | undefined {
  try {
    return write();
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    const { words, fix } = error.details;
    return { status: 409, words, ...(fix !== undefined && { fix }) };
  }
}

function answerOf({ ok, words }: DeedResult): Answer {
  return ok ? { done: { words } } : { refusal: { status: 409, words } };
}
