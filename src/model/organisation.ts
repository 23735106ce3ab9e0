import type { RuleLevels } from './allowance.js';
import { type ApprovalRule, defaultApprovalRules } from './approval.js';
import type { Nation, Term } from './cadence.js';
import type { Facets } from './facets.js';
import type { Source } from './place.js';
import type { DateText } from './time.js';

/** Where SendGrid keeps the data of an account. */
export const regions = ['global', 'eu'] as const;
export type Region = (typeof regions)[number];

/** By what mail goes: to a folder, over a mail server, by SendGrid. */
export const transportKinds = ['outbox', 'smtp', 'sendgrid'] as const;
export type TransportKind = (typeof transportKinds)[number];

/** How mail goes out. */
export type DeliverySettings = {
  /** Absent: by what there is a key for. */
  readonly transport?: TransportKind;
  /** Minutes for which the provider holds mail back; absent: half an hour for more than `holdAbove` recipients. */
  readonly hold?: number;
  readonly holdAbove: number;
  /** Per cent: of batches that go before the rest, and of their people who may be rejected or unknown. */
  readonly canary: { readonly share: number; readonly rejected: number; readonly unknown: number };
  readonly tracking: { readonly clicks: boolean; readonly opens: boolean };
  /** Hours after its time for which an issue may still go out by itself. */
  readonly mostLate: number;
  /** Where readers unsubscribe, with {token} in the link. */
  readonly unsubscribe?: { readonly link: string; readonly mailto?: string };
  /** What the ids of lists end in (RFC 2919). */
  readonly listDomain?: string;
};

/** How mail goes out where nothing says otherwise. */
export const usualDelivery: DeliverySettings = {
  holdAbove: 5_000,
  canary: { share: 1, rejected: 5, unknown: 5 },
  tracking: { clicks: false, opens: false },
  mostLate: 6,
};

/** Who must approve a send, and for how many hours it then holds. */
export type ApprovalSettings = { readonly hours: number; readonly rules: readonly ApprovalRule[] };

export const usualApproval: ApprovalSettings = { hours: 72, rules: defaultApprovalRules };

export type Campaign = { readonly id: string; readonly title: string; readonly colour?: string };

/** Who publishes: the workspace's mailout.yaml. */
export type Organisation = {
  readonly source: Source;
  readonly name: string;
  /** Postal address, one line each. */
  readonly address: readonly string[];
  readonly contact: string;
  /** Where the organisation's web pages live. */
  readonly web?: string;
  readonly privacy?: string;
  /** On which terms others may use its own texts: "CC BY 4.0". */
  readonly licence?: string;
  /** BCP 47. */
  readonly lang: string;
  /** IANA. */
  readonly zone: string;
  readonly nation: Nation;
  readonly terms: readonly Term[];
  readonly campaigns: readonly Campaign[];
  readonly facets: Facets;
  readonly region: Region;
  readonly delivery: DeliverySettings;
  readonly approval: ApprovalSettings;
  /** How severe rules are in all publications that do not say otherwise. */
  readonly rules: RuleLevels;
  /** Who promotes election material and on whose behalf, with addresses (Elections Act 2022, section 41), and when it counts. */
  readonly imprint?: {
    readonly words: string;
    readonly elections: readonly { readonly from: DateText; readonly until: DateText }[];
  };
  /** Days for which it is known, by pseudonym, who was to get an issue. */
  readonly keepRosters: number;
};
