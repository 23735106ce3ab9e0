import { type ApiError, errors, jsonReply, type Reply } from './answer.js';

type Status = 'pause' | 'cancel';

/** The ids by which mail that is held back can be paused and taken back (sendgrid.md, 4). */
export type Batches = {
  readonly ids: Set<string>;
  /** Those that are paused or taken back. */
  readonly stopped: Map<string, Status>;
};

/** How many may be paused or taken back at once; the lower of the two numbers that are documented. */
export const mostStopped = 10;

export function newBatches(): Batches {
  return { ids: new Set(), stopped: new Map() };
}

/** Answers what is asked of /v3/mail/batch and /v3/user/scheduled_sends; undefined for any other path. */
export function answerBatches(batches: Batches, method: string, path: string, body: string): Reply | undefined {
  if (path === '/v3/mail/batch' && method === 'POST') return newBatch(batches);
  const [, known] = /^\/v3\/mail\/batch\/([^/]+)$/.exec(path) ?? [];
  if (known !== undefined && method === 'GET') {
    return batches.ids.has(known) ? jsonReply(200, { batch_id: known }) : badBatch;
  }
  const [isOfSends, id] = /^\/v3\/user\/scheduled_sends(?:\/([^/]+))?$/.exec(path) ?? [];
  if (isOfSends === undefined) return undefined;
  if (id === undefined) {
    if (method === 'GET')
      return jsonReply(
        200,
        [...batches.stopped.keys()].map((one) => entryOf(batches, one)),
      );
    return method === 'POST' ? stop(batches, parsed(body)) : notAllowed;
  }
  if (method === 'GET') return jsonReply(200, batches.stopped.has(id) ? [entryOf(batches, id)] : []);
  if (method === 'PATCH') return change(batches, id, parsed(body));
  if (method === 'DELETE') return batches.stopped.delete(id) ? { status: 204 } : jsonReply(404, errors('not found'));
  return notAllowed;
}

function newBatch({ ids }: Batches): Reply {
  const id = `batch-${String(ids.size + 1).padStart(4, '0')}-HkJ5yLYULb7Rj8GKSx7u025ouWVl`;
  ids.add(id);
  return jsonReply(201, { batch_id: id });
}

function stop(batches: Batches, { batch_id, status }: Partial<Record<string, unknown>>): Reply {
  if (typeof batch_id !== 'string' || !batches.ids.has(batch_id)) return badBatch;
  if (status !== 'pause' && status !== 'cancel') return badStatus;
  if (batches.stopped.has(batch_id)) return jsonReply(400, errors('a status update already exists', 'batch_id'));
  if (batches.stopped.size >= mostStopped) {
    return jsonReply(400, errors(`exceeded the number of paused or cancelled batches, ${mostStopped}`));
  }
  batches.stopped.set(batch_id, status);
  return jsonReply(201, entryOf(batches, batch_id));
}

function change(batches: Batches, id: string, { status }: Partial<Record<string, unknown>>): Reply {
  if (status !== 'pause' && status !== 'cancel') return badStatus;
  if (!batches.stopped.has(id)) return jsonReply(404, errors('not found'));
  batches.stopped.set(id, status);
  return { status: 204 };
}

function entryOf({ stopped }: Batches, id: string): object {
  return { batch_id: id, status: stopped.get(id) };
}

const badBatch = jsonReply(400, { errors: [{ field: 'batch_id', message: 'invalid batch id' } satisfies ApiError] });
const badStatus = jsonReply(400, errors('status must be pause or cancel', 'status'));
const notAllowed = jsonReply(405, errors('method not allowed'));

function parsed(body: string): Partial<Record<string, unknown>> {
  try {
    return JSON.parse(body) ?? {};
  } catch {
    return {};
  }
}
