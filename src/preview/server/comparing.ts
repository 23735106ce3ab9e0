import { type Context, Hono } from 'hono';
import type { LiveWorkbench, ReadEdition, ShownEdition, ShownIssue } from '../../model/workbench.js';
import { type Compared, compared } from '../compare/compared.js';
import { type Refusal, refusals, refuse, type Wire } from './answers.js';
import { policies } from './headers.js';
import { attachment, type Dresser } from './reading.js';

const unapproved: Refusal = {
  status: 404,
  words: 'Nobody has approved it, or the approved edition is not on this computer.',
};

/**
 * An edition beside another of its issue, or beside itself as it was approved. No part of an address is more than a key
 * to what the workbench has in memory.
 */
export function comparingRoutes(bench: LiveWorkbench, dressed: Dresser): Hono<Wire> {
  const routes = new Hono<Wire>();
  routes.get('/:publication/:date/:edition/:file{.+}', (c) => {
    const key = `${c.req.param('publication')}/${c.req.param('date')}`;
    const issue = bench.state().issues.find((one) => one.key === key);
    const edition = issue?.editions.find((one) => one.id === c.req.param('edition'));
    if (!issue || !edition) return refuse(c, refusals.unknown);
    const file = c.req.param('file');
    const [, against, kind] = /^([^/]+)\.(html|json)$/.exec(file) ?? [];
    // A marked edition looks for its pictures beside itself.
    if (against === undefined) return attachment(c, bench, issue, file);
    const sides = sidesOf(c, bench, issue, edition, against);
    if (!sides) return refuse(c, refusals.unknown);
    if (!sides.other) return refuse(c, unapproved);
    const result = compared(sides.one, sides.other, sides.names);
    return kind === 'json' ? c.json({ differences: result.differences }) : side(c, result, dressed);
  });
  return routes;
}

type Sides = {
  readonly one: ReadEdition;
  readonly other: ReadEdition | undefined;
  readonly names: { readonly one: string; readonly other: string };
};

function sidesOf(
  c: Context<Wire>,
  bench: LiveWorkbench,
  issue: ShownIssue,
  { id, readers }: ShownEdition,
  against: string,
): Sides | undefined {
  const persona = c.req.query('persona') || undefined;
  if (persona !== undefined && !bench.state().personas.some((one) => one.id === persona)) return undefined;
  const one = bench.edition(issue.key, id, persona);
  if (!one) return undefined;
  if (against === 'approved')
    return { one, other: bench.approved(issue.key, id, persona), names: { one: 'now', other: 'as approved' } };
  const than = issue.editions.find((edition) => edition.id === against);
  const other = than && bench.edition(issue.key, than.id, persona);
  return than && other && { one, other, names: { one: `for ${readers}`, other: `for ${than.readers}` } };
}

function side(c: Context<Wire>, result: Compared, dressed: Dresser): Response {
  const wanted = c.req.query('side') || 'one';
  const images = c.req.query('images') || 'local';
  if ((wanted !== 'one' && wanted !== 'other') || (images !== 'local' && images !== 'remote'))
    return refuse(c, refusals.unknown);
  return c.body(dressed(result[wanted], { appearance: 'light', images }), 200, {
    'Content-Type': 'text/html; charset=utf-8',
    'Content-Security-Policy': images === 'remote' ? policies.editionWithRemotePictures : policies.edition,
  });
}
