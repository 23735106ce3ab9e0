/** A request to mail/send, as far as the stand-in looks into it. Whatever else is in it stays. */
export type MailBody = {
  readonly personalizations: readonly Personalization[];
  readonly from: Person;
  readonly reply_to?: Person;
  readonly reply_to_list?: readonly Person[];
  readonly subject?: string;
  readonly content?: readonly { readonly type: string; readonly value: string }[];
  readonly template_id?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly categories?: readonly string[];
  readonly custom_args?: Readonly<Record<string, string>>;
  readonly send_at?: number;
  readonly batch_id?: string;
  readonly asm?: { readonly group_id: number; readonly groups_to_display?: readonly number[] };
  readonly mail_settings?: Readonly<Record<string, { readonly enable?: boolean }>>;
  readonly tracking_settings?: Readonly<Record<string, { readonly enable?: boolean }>>;
};

export type Person = { readonly email: string; readonly name?: string };

export type Personalization = {
  readonly to: readonly Person[];
  readonly cc?: readonly Person[];
  readonly bcc?: readonly Person[];
  readonly subject?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly substitutions?: Readonly<Record<string, string>>;
  readonly custom_args?: Readonly<Record<string, string>>;
  readonly send_at?: number;
};

/** All whom a personalization writes to. */
export function peopleOf({ to, cc = [], bcc = [] }: Personalization): readonly Person[] {
  return [...to, ...cc, ...bcc];
}

export function isSandbox({ mail_settings }: MailBody): boolean {
  return mail_settings?.sandbox_mode?.enable === true;
}
