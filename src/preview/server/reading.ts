import { type Context, Hono } from 'hono';
import { type Appearance, appearances, type LiveWorkbench, type ShownIssue } from '../../model/workbench.js';
import { refusals, refuse, type Wire } from './answers.js';
import { policies } from './headers.js';
import { mediaTypeOf } from './media-types.js';

/** How the HTML of an edition is dressed for looking at it. */
export type Dress = { readonly appearance: Appearance; readonly images: 'local' | 'remote' };
export type Dresser = (html: string, dress: Dress) => string;

/**
 * Editions and what stands beside them, as mail programs and the page get them. No part of an address is more than a
 * key to what the workbench has in memory.
 */
export function readingRoutes(bench: LiveWorkbench, dressed: Dresser): Hono<Wire> {
  const routes = new Hono<Wire>();
  routes.get('/:publication/:date/:file{.+}', (c) => {
    const key = `${c.req.param('publication')}/${c.req.param('date')}`;
    const issue = bench.state().issues.find((one) => one.key === key);
    if (!issue) return refuse(c, refusals.unknown);
    const file = c.req.param('file');
    const [, id, kind] = /^([^/]+)\.(html|txt|source|json)$/.exec(file) ?? [];
    // Other things may end in .json, too.
    const isOne = kind !== 'json' || issue.editions.some((one) => one.id === id);
    return id !== undefined && kind !== undefined && isOne
      ? edition(c, bench, dressed, issue, id, kind)
      : attachment(c, bench, issue, file);
  });
  return routes;
}

function edition(
  c: Context<Wire>,
  bench: LiveWorkbench,
  dressed: Dresser,
  issue: ShownIssue,
  id: string,
  kind: string,
): Response {
  const persona = c.req.query('persona') || undefined;
  const isKnown =
    issue.editions.some((one) => one.id === id) &&
    (persona === undefined || bench.state().personas.some((one) => one.id === persona));
  const read = isKnown ? bench.edition(issue.key, id, persona) : undefined;
  const dress = dressOf(c);
  if (!read || !dress) return refuse(c, refusals.unknown);
  if (kind === 'txt') return c.text(read.text);
  if (kind === 'json') return c.json(read);
  // The source is what is sent: it is read as text, and as nobody has dressed it.
  if (kind === 'source') return c.text(read.html);
  const policy = dress.images === 'remote' ? policies.editionWithRemotePictures : policies.edition;
  return c.body(dressed(read.html, dress), 200, {
    'Content-Type': 'text/html; charset=utf-8',
    'Content-Security-Policy': policy,
  });
}

function dressOf(c: Context<Wire>): Dress | undefined {
  const wanted = c.req.query('appearance') || 'light';
  const appearance = appearances.find((one) => one === wanted);
  const images = c.req.query('images') || 'local';
  if (!appearance || (images !== 'local' && images !== 'remote')) return undefined;
  return { appearance, images };
}

/** What stands beside the editions of an issue, as what it is. */
export function attachment(
  c: Context<Wire>,
  bench: LiveWorkbench,
  issue: Pick<ShownIssue, 'key'>,
  name: string,
): Response {
  const content = bench.attachment(issue.key, name);
  if (!content) return refuse(c, refusals.unknown);
  const { type, isKept } = mediaTypeOf(name);
  return c.body(new Uint8Array(content), 200, {
    'Content-Type': type,
    ...(isKept && { 'Content-Disposition': 'attachment' }),
  });
}
