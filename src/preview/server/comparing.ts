import { type Context, Hono } from 'hono';
import type { LiveWorkbench, ReadEdition } from '../../model/workbench.js';
import { type Refusal, refusals, refuse, type Wire } from './answers.js';
import { policies } from './headers.js';
import { attachment, type Dresser } from './reading.js';

/** Two editions and what they are called; what differs is told and marked by whoever can. */
export type Comparer = (
  one: ReadEdition,
  other: ReadEdition,
  names: { readonly one: string; readonly other: string },
) => { readonly one: string; readonly other: string; readonly differences: readonly string[] };

const unapproved: Refusal = {
  status: 404,
  words: 'There is nothing to compare with: nobody has approved this edition, or not on this computer.',
};

/** An edition beside another of its issue, or beside itself as it was approved. */
export function comparingRoutes(bench: LiveWorkbench, compared: Comparer, dressed: Dresser): Hono<Wire> {
  const routes = new Hono<Wire>();
  routes.get('/:publication/:date/:edition/:file', (c) => {
    const key = `${c.req.param('publication')}/${c.req.param('date')}`;
    const [, against = '', kind] = /^([^/]+)\.(html|json)$/.exec(c.req.param('file')) ?? [];
    const found = sidesOf(bench, key, c.req.param('edition'), against, c.req.query('persona') || undefined);
    if (kind === undefined || !found) return refuse(c, refusals.unknown);
    if (!found.other) return refuse(c, unapproved);
    const result = compared(found.one, found.other, found.names);
    if (kind === 'json') return c.json({ differences: result.differences });
    return side(c, result, dressed);
  });
  // Marked editions name their pictures as others do: beside themselves.
  routes.get('/:publication/:date/:edition/:name{.+/.+}', (c) => {
    const key = `${c.req.param('publication')}/${c.req.param('date')}`;
    return attachment(c, bench, { key }, c.req.param('name'));
  });
  return routes;
}

function side(c: Context<Wire>, result: ReturnType<Comparer>, dressed: Dresser): Response {
  const which = c.req.query('side') || 'one';
  const images = c.req.query('images') || 'local';
  if ((which !== 'one' && which !== 'other') || (images !== 'local' && images !== 'remote'))
    return refuse(c, refusals.unknown);
  return c.body(dressed(result[which], { appearance: 'light', images }), 200, {
    'Content-Type': 'text/html; charset=utf-8',
    'Content-Security-Policy': images === 'remote' ? policies.editionWithRemotePictures : policies.edition,
  });
}

function sidesOf(bench: LiveWorkbench, key: string, id: string, against: string, persona: string | undefined) {
  const { issues, personas } = bench.state();
  const editions = issues.find((issue) => issue.key === key)?.editions ?? [];
  const edition = editions.find((one) => one.id === id);
  const other = editions.find((one) => one.id === against);
  const isKnown = persona === undefined || personas.some((one) => one.id === persona);
  if (!edition || !isKnown || (!other && against !== 'approved')) return undefined;
  const one = bench.edition(key, id, persona);
  if (!one) return undefined;
  return other
    ? { one, other: bench.edition(key, against, persona), names: { one: edition.readers, other: other.readers } }
    : { one, other: bench.approved(key, id, persona), names: { one: 'what there is now', other: 'what was approved' } };
}
