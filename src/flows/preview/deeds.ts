import { missingWords, type Verdict } from '../../delivery/approval.js';
import type { Ended } from '../../desktop/own-program.js';
import type { Approval } from '../../model/approval.js';
import { grouped } from '../../model/count.js';
import type { Finding } from '../../model/finding.js';
import type { Outcome } from '../../model/outcome.js';
import type { ApprovalOutlook, DeedResult, WorkbenchDeeds } from '../../model/workbench.js';
import type { Proofs } from '../send/prove.js';
import type { WhatIsSeen } from '../send/what-is-seen.js';

/** What the commands print as JSON, as far as it is told to the editor. Nobody's address is in it. */
type Printed = {
  readonly ok?: boolean;
  readonly findings?: readonly Finding[];
  readonly refusals?: readonly { readonly words: string; readonly fix?: string }[];
};

type PrintedProofs = Printed & Partial<Proofs>;
type PrintedOutlook = Printed & Partial<WhatIsSeen>;
type PrintedApproving = Printed & { readonly approval?: Approval; readonly verdict?: Verdict };

/**
 * The deeds of the workbench, each done by mailout in a process of its own: whoever shows issues never has people, the
 * ledger or a key in its memory.
 */
export function deedsBy(
  run: (args: readonly string[]) => Promise<Ended>,
  openEditor: WorkbenchDeeds['openEditor'],
): WorkbenchDeeds {
  return {
    proof: async (publication, date, persona) => {
      const ended = await run([
        ...['proof', publication, '--date', date],
        ...(persona === undefined ? [] : ['--persona', persona]),
        '--json',
      ]);
      return proofResult(ended);
    },
    approval: async (publication, date) =>
      approvalOutlook(await run(['approve', publication, '--date', date, '--diff', '--json'])),
    approve: async (publication, date, digest, by) => {
      const name = by === undefined ? [] : [`--by=${by}`];
      return approvalResult(await run(['approve', publication, '--date', date, '--digest', digest, ...name, '--json']));
    },
    openEditor,
  };
}

function proofResult(ended: Ended): DeedResult {
  const printed = printedBy<PrintedProofs>(ended);
  const proofs = printed?.proofs;
  if (!printed || !proofs) return { ok: false, words: whyNot(printed, ended) };
  const lines = proofs.map(({ edition, testers, outcome }) =>
    outcome.outcome === 'accepted'
      ? `${edition}, for ${testers.join(', ')}.`
      : `${edition}, for ${testers.join(', ')}: not taken (${whyNotTaken(outcome)}).`,
  );
  const count = proofs.length === 1 ? 'One proof' : `${proofs.length} proofs`;
  const where = printed.folder === undefined ? 'sent to the testers' : `put into ${printed.folder}`;
  const what = printed.ok ? `${count} ${where}:` : 'Not every proof was taken:';
  return { ok: printed.ok === true, words: [what, ...lines].join('\n') };
}

function whyNotTaken(outcome: Outcome): string {
  if ('reason' in outcome) return outcome.reason;
  return 'why' in outcome ? outcome.why : outcome.outcome;
}

function approvalOutlook(ended: Ended): ApprovalOutlook {
  const printed = printedBy<PrintedOutlook>(ended);
  const { digest, verdict, audience, recipients, editions = [], refusals = [] } = printed ?? {};
  if (!printed || !verdict || digest === undefined || refusals.length > 0)
    return { ok: false, lines: whyNot(printed, ended).split('\n') };
  return {
    ok: true,
    digest,
    lines: [
      `To ${people(recipients ?? 0)} of the audience “${audience}”.`,
      ...(editions.length > 1 ? editions.map((one) => `Edition ${one.id}: ${people(one.recipients)}.`) : []),
      howWords(printed),
      ...standing(verdict),
    ],
  };
}

function howWords({ transport, isReal, sendAt, hold = 0 }: PrintedOutlook): string {
  if (!isReal) return `By ${transport}: nobody gets mail, it is put in a folder.`;
  const when = sendAt === undefined ? 'as soon as somebody sends it' : `at ${sendAt}`;
  return `By ${transport}, ${when}${hold === 0 ? '' : `, held ${hold} minutes`}.`;
}

function approvalResult(ended: Ended): DeedResult {
  const printed = printedBy<PrintedApproving>(ended);
  const { approval, verdict } = printed ?? {};
  if (!approval) return { ok: false, words: whyNot(printed, ended) };
  return { ok: true, words: [`Approved by ${approval.by}.`, ...(verdict ? standing(verdict) : [])].join('\n') };
}

/** Who has approved, and who has to yet. */
function standing(verdict: Verdict): readonly string[] {
  const { isApproved, counting, void: voided } = verdict;
  return [
    ...counting.map(({ by }) => `${by} has approved it.`),
    ...voided.map(({ approval: { by }, why }) => `The approval of ${by} does not count: ${why.join(' ')}`),
    isApproved ? 'That is enough: it may be sent.' : `${missingWords(verdict)}.`,
  ];
}

function people(count: number): string {
  return count === 1 ? 'one person' : `${grouped(count)} people`;
}

/** A command prints one JSON object or, where it stopped before that, words on stderr. */
function printedBy<Shape extends Printed>({ out }: Ended): Shape | undefined {
  try {
    return JSON.parse(out);
  } catch {
    return undefined;
  }
}

function whyNot(printed: Printed | undefined, { err, code }: Ended): string {
  const refusals = printed?.refusals ?? [];
  const errors = (printed?.findings ?? []).filter(({ severity }) => severity === 'error');
  const said = [...refusals, ...errors].map(({ words, fix }) => (fix === undefined ? words : `${words} ${fix}`));
  if (said.length > 0) return said.join('\n');
  const spoken = err
    .trim()
    .replace(/^Stopped: /, '')
    .replaceAll(/\n\s+/g, '\n');
  return spoken === '' ? `mailout ended without a word (exit ${code}).` : spoken;
}
