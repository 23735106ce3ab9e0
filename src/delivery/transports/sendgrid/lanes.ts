import { exitCode, Fault } from '../../../model/fault.js';
import type { ProviderApi } from '../../../model/provider-api.js';

/*
 * Mail that SendGrid holds back goes under the id of a lane, and can be taken back by it until ten minutes before its
 * time. SendGrid knows at most ten lanes at once that are taken back (sendgrid.md, 4).
 */

/** Asks SendGrid for a new lane. It is good for ten days. Throws what `api` throws, and a Fault (exit 5) for no id. */
export async function openLane(api: ProviderApi): Promise<string> {
  const answer = await api.ask({ method: 'POST', path: '/v3/mail/batch', body: {} });
  const id = typeof answer === 'object' && answer !== null && 'batch_id' in answer ? answer.batch_id : undefined;
  if (typeof id === 'string' && /^[A-Za-z0-9_-]{1,200}$/.test(id)) return id;
  throw new Fault({
    code: 'delivery/no-lane',
    exit: exitCode.incomplete,
    words: 'SendGrid gave no id by which mail could be taken back.',
    fix: 'Try again later. Nothing was sent.',
  });
}

/**
 * Takes back all mail of a lane, also what is still to come under it. It must not be undone before the mail's time has
 * passed: SendGrid would send it then. A lane that is taken back already stays so.
 *
 * @throws what `api` throws, and a Fault (exit 5) if SendGrid does not confirm it.
 */
export async function cancelLane(api: ProviderApi, lane: string): Promise<void> {
  if ((await stateOf(api, lane)) === 'cancel') return;
  await api.ask({ method: 'POST', path: '/v3/user/scheduled_sends', body: { batch_id: lane, status: 'cancel' } });
  if ((await stateOf(api, lane)) === 'cancel') return;
  throw new Fault({
    code: 'delivery/not-cancelled',
    exit: exitCode.incomplete,
    words: 'SendGrid does not confirm that the mail is taken back.',
    fix: 'Try again at once, and look at SendGrid’s own pages: it is possible until ten minutes before the mail goes out.',
  });
}

/** What SendGrid knows of a lane; nothing of one that is neither paused nor taken back. */
async function stateOf(api: ProviderApi, lane: string): Promise<unknown> {
  const answer = await api.ask({ method: 'GET', path: `/v3/user/scheduled_sends/${lane}` });
  const [known] = Array.isArray(answer) ? (answer as readonly unknown[]) : [];
  return typeof known === 'object' && known !== null && 'status' in known ? known.status : undefined;
}
