import { type Approval, type ApprovalRule, type CountBand, defaultApprovalRules } from '../model/approval.js';
import { type SendPlan, valueDigest } from './plan.js';

/** Why an approval does not count, in words. */
export type VoidApproval = { readonly approval: Approval; readonly why: readonly string[] };

/** Who must approve. */
export type Thresholds = {
  readonly rules?: readonly ApprovalRule[];
  /** The only people whose approval counts; anybody's if there is none. */
  readonly approvers?: readonly string[];
};

export type Verdict = {
  readonly isApproved: boolean;
  readonly rule: ApprovalRule;
  /** One of each person, at most as many as there are. */
  readonly counting: readonly Approval[];
  readonly void: readonly VoidApproval[];
};

/** The rule for a number of recipients. If none reaches so far, the last one holds; without any, two others must approve. */
export function ruleFor(recipients: number, rules: readonly ApprovalRule[] = defaultApprovalRules): ApprovalRule {
  const fitting = rules.find(({ upTo }) => upTo === undefined || recipients <= upTo);
  return fitting ?? rules.at(-1) ?? { approvers: 2, authorCounts: false };
}

/**
 * What of a plan an approval is about, by name: everything that a reader could notice and everything that decides who
 * gets it, but for the roster itself. That may be frozen anew, as people join and leave, while their number stays in
 * the band of the approval.
 */
export function coveredBy(plan: SendPlan): Readonly<Record<string, string>> {
  const { publication, date, editions, audience, sender, transport, sendAt, hold, canary, overrides = [] } = plan;
  const settings = Object.entries(transport.settings).map(([name, value]) => [
    `setting ${name}`,
    JSON.stringify(value),
  ]);
  return {
    publication,
    date,
    audience,
    sender: `${sender.name} <${sender.address}>`,
    'reply to': sender.replyTo ?? '',
    transport: transport.kind,
    ...Object.fromEntries(settings),
    'send at': sendAt ?? 'at once',
    hold: `${hold} minutes`,
    canary: JSON.stringify([canary.share, canary.thresholds.map(({ rejected, unknown }) => [rejected, unknown])]),
    ...Object.fromEntries(
      overrides.map(({ rule, file, words, because, until }) => [
        `override ${rule} ${file} ${words}`,
        `${because} (until ${until})`,
      ]),
    ),
    ...Object.fromEntries(editions.map(({ id, digest }) => [`edition ${id}`, digest])),
  };
}

/** Five per cent around a number of recipients: people join and leave between approving and sending. */
export function bandAround(recipients: number): CountBand {
  const margin = Math.floor(recipients / 20);
  return { from: recipients - margin, until: recipients + margin };
}

/** What an approval of a plan is of. */
function approvedOf(plan: SendPlan, band: CountBand): Pick<Approval, 'covers' | 'band' | 'digest'> {
  const covers = coveredBy(plan);
  return { covers, band, digest: valueDigest({ covers, band }) };
}

/** The digest that an approval of this plan would have: SHA-256 in hex. */
export function approvalDigest(plan: SendPlan): string {
  return approvedOf(plan, bandAround(plan.counts.recipients)).digest;
}

/**
 * Approves a plan.
 *
 * @param at when: milliseconds since 1970
 * @param hours for how long it holds
 */
export function approve(
  plan: SendPlan,
  by: string,
  at: number,
  hours: number,
  band: CountBand = bandAround(plan.counts.recipients),
): Approval {
  return {
    by,
    at: new Date(at).toISOString(),
    expires: new Date(at + hours * 3_600_000).toISOString(),
    ...approvedOf(plan, band),
  };
}

/**
 * Whether a plan is approved, by whom, and why the other approvals do not count.
 *
 * @param authors who wrote the issue, as in `Approval.by`. Where that is not known and authors do not count, no approval
 * does
 * @param now milliseconds since 1970
 */
export function judge(
  plan: SendPlan,
  approvals: readonly Approval[],
  authors: readonly string[] | undefined,
  now: number,
  { rules = defaultApprovalRules, approvers = [] }: Thresholds = {},
): Verdict {
  const rule = ruleFor(plan.counts.recipients, rules);
  const counting = new Map<string, Approval>();
  const voided: VoidApproval[] = [];
  for (const approval of approvals) {
    const why = reasonsAgainst(plan, approval, rule, authors, approvers, now);
    if (why.length > 0) voided.push({ approval, why });
    else counting.set(nameKey(approval.by), approval);
  }
  return { isApproved: counting.size >= rule.approvers, rule, counting: [...counting.values()], void: voided };
}

/** "2 approvals by somebody who did not write it are missing", of a plan that is not approved. */
export function missingWords({ rule, counting }: Verdict): string {
  const missing = rule.approvers - counting.length;
  const who = rule.authorCounts ? '' : ' by somebody who did not write it';
  const count = missing === 1 ? 'One approval' : `${missing} approvals`;
  return `${count}${who} ${missing === 1 ? 'is' : 'are'} missing`;
}

function reasonsAgainst(
  plan: SendPlan,
  approval: Approval,
  rule: ApprovalRule,
  authors: readonly string[] | undefined,
  approvers: readonly string[],
  now: number,
): readonly string[] {
  const { by, at, expires, covers, band, digest } = approval;
  if (digest !== valueDigest({ covers, band })) return ['The approval was changed after it was written.'];
  const why = [...changesSince(approval, plan)];
  // Comparisons are put so that what is no instant does not count.
  if (!(Date.parse(expires) > now)) why.push('It has expired.');
  if (!(Date.parse(at) <= now + clockError)) why.push('It is dated in the future.');
  if (nameKey(by) === '') why.push('It does not say whose it is.');
  const isOneOf = (names: readonly string[]) => names.some((name) => nameKey(name) === nameKey(by));
  if (approvers.length > 0 && !isOneOf(approvers)) {
    why.push('It is from somebody who is not among the approvers of this newsletter.');
  }
  if (!rule.authorCounts && authors === undefined)
    why.push('It is not known who wrote the issue, who may not approve it.');
  if (!rule.authorCounts && authors && isOneOf(authors)) {
    why.push('It is from whoever wrote the issue, and for so many recipients somebody else must approve.');
  }
  return why;
}

/** Clocks of two computers differ by less than that, in milliseconds. */
const clockError = 5 * 60_000;

function nameKey(name: string): string {
  return name.trim().normalize('NFC').toLowerCase();
}

/** What of a plan is not as it was approved, in words; nothing where the approval holds. */
export function changesSince({ covers, band }: Approval, plan: SendPlan): readonly string[] {
  const now = coveredBy(plan);
  const names = new Set([...Object.keys(covers), ...Object.keys(now)]);
  const changes = [...names].flatMap((name) => {
    const change = changeOf(name, covers[name], now[name]);
    return change === undefined ? [] : [change];
  });
  const { recipients } = plan.counts;
  if (!(recipients >= band.from && recipients <= band.until)) {
    changes.push(`There are ${recipients} recipients, and from ${band.from} to ${band.until} were approved.`);
  }
  return changes;
}

function changeOf(name: string, before: string | undefined, now: string | undefined): string | undefined {
  if (before === now) return undefined;
  const edition = /^edition (.*)$/s.exec(name)?.[1];
  if (edition !== undefined) {
    if (before === undefined) return `The edition “${edition}” is new.`;
    if (now === undefined) return `The edition “${edition}” is gone.`;
    return `The edition “${edition}” is not the one that was approved.`;
  }
  const [, rule, file, words] = /^override (\S+) (\S*) (.*)$/s.exec(name) ?? [];
  if (rule !== undefined) {
    if (before === undefined) return `Nobody approved that “${rule}” is overridden in ${file}: ${words}`;
    if (now === undefined) return `“${rule}” is not overridden in ${file} any more.`;
    return `The reason or the last day of the override of “${rule}” in ${file} is another.`;
  }
  if (name === 'canary') return 'The thresholds of the first batches have changed.';
  return `“${name}” was “${before ?? ''}”, and is “${now ?? ''}” now.`;
}
