import type { Action, ItemEvent, ItemKind, Partner, Priority, Signatory, Update } from './item.js';
import type { DateText, WallTime } from './time.js';

/** What is known of an item that is not written yet. */
export type NewItem = {
  readonly title: string;
  readonly kind: ItemKind;
  readonly campaign?: string | undefined;
  readonly country?: string | undefined;
  readonly lang?: string | undefined;
  readonly publications: readonly string[];
  readonly runs?: { readonly from?: DateText | undefined; readonly until?: DateText | undefined } | undefined;
  readonly draft?: boolean | undefined;
  readonly deadline?: WallTime | undefined;
  readonly priority?: Priority | undefined;
  readonly summary?: string | undefined;
  readonly actions?: readonly Action[] | undefined;
  readonly signatories?: readonly Signatory[] | undefined;
  readonly event?: ItemEvent | undefined;
  readonly partner?: Partner | undefined;
  readonly updates?: readonly Update[] | undefined;
  readonly consent?: string | undefined;
  /** Markdown. */
  readonly body: string;
};
