/** Why a person must not be written to. */
export const suppressionReasons = ['unsubscribed', 'bounced', 'spam-report', 'invalid', 'by-hand'] as const;

export type SuppressionReason = (typeof suppressionReasons)[number];

/** Who said so: the provider's lists, a file that was imported, or somebody at the keyboard. */
export const suppressionOrigins = ['sendgrid', 'file', 'hand'] as const;

export type SuppressionOrigin = (typeof suppressionOrigins)[number];

export type Suppression = {
  readonly reason: SuppressionReason;
  /** Only mail of this unsubscribe group is not to be sent. Absent: none at all. */
  readonly group?: number;
  readonly origin: SuppressionOrigin;
  /** When the person or the provider said so, an ISO instant. */
  readonly since: string;
};

/** A suppression with the address that it is about, in the canonical form. */
export type SuppressedAddress = Suppression & { readonly address: string };

/** A mailbox that could not take a mail for the time being. One such suppresses nobody. */
export type SoftBounce = { readonly address: string; readonly at: string };

/** The provider's lists of people who must not get anything. */
export const suppressionLists = ['unsubscribes', 'bounces', 'spam-reports', 'invalid-addresses'] as const;

/** The lists that say who must not get the mail of an unsubscribe group, or mail without one. */
export function suppressionListsFor(group: number | undefined): string[] {
  return [...suppressionLists, ...(group === undefined ? [] : [groupList(group)])];
}

/** What the list of an unsubscribe group is called. */
export function groupList(group: number): string {
  return `group-${group}`;
}
