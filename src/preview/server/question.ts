import type { Context } from 'hono';
import type * as z from 'zod/mini';
import { type Refusal, refusals, type Wire } from './answers.js';

/** The most that a page has to say in one go. */
const mostBytes = 64 * 1024;

/** What the page sent, in the shape that it has to have; or why it is not taken. */
export async function questionOf<Shape extends z.ZodMiniType>(
  c: Context<Wire>,
  shape: Shape,
): Promise<{ readonly asked: z.infer<Shape> } | { readonly refusal: Refusal }> {
  const type = c.req.header('content-type') ?? '';
  if (!/^application\/json(;\s*charset=utf-8)?$/i.test(type.trim())) return { refusal: refusals.notJson };
  const text = await textOf(c);
  if (text === undefined) return { refusal: refusals.tooLarge };
  const parsed = shape.safeParse(jsonOf(text));
  return parsed.success ? { asked: parsed.data } : { refusal: refusals.wrongShape };
}

/** The body; undefined as soon as it is too long, whatever was announced. */
async function textOf(c: Context<Wire>): Promise<string | undefined> {
  if (Number(c.req.header('content-length') ?? 0) > mostBytes) return undefined;
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  const reader = c.req.raw.body?.getReader();
  for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) {
    bytes += part.value.byteLength;
    if (bytes > mostBytes) return undefined;
    chunks.push(part.value);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
