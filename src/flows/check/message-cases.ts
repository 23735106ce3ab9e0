import type { Slot } from '../../calendar/next-issue.js';
import type { Case } from '../../check/judge.js';
import type { MessageSubject } from '../../check/subjects.js';
import type { Content } from '../../content/references.js';
import { mimeOf } from '../../delivery/transports/mime.js';
import { stampOf } from '../../delivery/transports/stamp.js';
import { Fault } from '../../model/fault.js';
import { type Letters, lettersOf } from '../send/letters.js';
import { unsubscribeBy } from '../send/sending.js';
import type { DraftedIssue } from './issue-cases.js';
import { designPlace } from './issue-cases.js';

/** Tells what a spam filter says of a whole message; undefined where there is none. */
export type AskSpam = (raw: string) => Promise<MessageSubject['spam'] | undefined>;

/** Nobody: the name of the host can never be anybody’s (RFC 2606, 2). */
const reader = { address: 'reader@example.invalid', person: '', token: 'reader', values: {} };

/** A message of every edition of an issue, as a reader would get it who has no values of her own. */
export async function messageCases(
  { publication, audience, draft }: DraftedIssue,
  slot: Slot,
  { organisation }: Content,
  askSpam: AskSpam | undefined,
): Promise<readonly Case<'message'>[]> {
  const { issue, mail } = draft;
  if (!mail) return [];
  const unsubscribe = unsubscribeBy('smtp', audience, organisation);
  const letters = lettersIn(() =>
    lettersOf(
      { publication, slot, draft, mail },
      organisation,
      unsubscribe ?? { by: 'group', group: audience.unsubscribeGroup ?? 0 },
    ),
  );
  const place = designPlace(publication, audience);
  const cases: Case<'message'>[] = [];
  for (const edition of mail.editions) {
    const letter = letters.get(edition.id);
    if (!letter) continue;
    const stamp = stampOf(letter, [edition.digest], new Date(`${issue.sendsAt}Z`));
    const raw = (await mimeOf(letter, reader, stamp)).toString('latin1');
    const spam = await askSpam?.(raw);
    const subject = { edition, issue, publication, raw, headers: headersOf(raw), ...(spam && { spam }) };
    cases.push({ subject, place, publications: [publication] });
  }
  return cases;
}

/** Where a sender or a list cannot stand in a header, there is no message: rules about newsletters say so. */
function lettersIn(make: () => Letters): Letters {
  try {
    return make();
  } catch (error) {
    if (error instanceof Fault) return new Map();
    throw error;
  }
}

/** The header fields of a message, unfolded (RFC 5322, section 2.2.3). */
function headersOf(raw: string): { readonly name: string; readonly value: string }[] {
  const head = raw.slice(0, raw.indexOf('\r\n\r\n')).replace(/\r\n(?=[ \t])/g, '');
  return head.split('\r\n').map((line) => {
    const colon = line.indexOf(':');
    return { name: line.slice(0, colon), value: line.slice(colon + 1).trim() };
  });
}
