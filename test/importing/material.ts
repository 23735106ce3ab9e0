import { readFileSync } from 'node:fs';
import type { Nodes, Root } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown, gfmToMarkdown } from 'mdast-util-gfm';
import { toMarkdown } from 'mdast-util-to-markdown';
import { gfm } from 'micromark-extension-gfm';
import type { Material } from '../../src/importing/found.js';
import { readMaterial } from '../../src/importing/read-material.js';
import { Fault } from '../../src/model/fault.js';

/** Something to import, as if it had been read from a file. */
export function material(content: string | Uint8Array, more: Partial<Material> = {}): Material {
  return { bytes: typeof content === 'string' ? Buffer.from(content) : content, name: 'it', ...more };
}

export function fixture(name: string): Material {
  return material(readFileSync(new URL(`fixtures/${name}`, import.meta.url)), { name });
}

/** As a draft would have it. */
export function markdownOf(body: Root): string {
  return toMarkdown(body, { extensions: [gfmToMarkdown()] });
}

export function parsed(markdown: string): Root {
  return fromMarkdown(markdown, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] });
}

/** How many nodes of a type there are in a text. */
export function count(node: Nodes, type: Nodes['type']): number {
  return all(node).filter((each) => each.type === type).length;
}

export function all(node: Nodes): Nodes[] {
  return [node, ...('children' in node ? node.children.flatMap(all) : [])];
}

export function links(node: Nodes): string[] {
  return all(node).flatMap((each) => (each.type === 'link' ? [each.url] : []));
}

/** The code of the fault in which it ends, or what it found. Any other error is a bug. */
export async function outcome(given: Material): Promise<string> {
  try {
    return `${(await readMaterial(given)).found.length} found`;
  } catch (error) {
    if (error instanceof Fault) return error.details.code;
    throw error;
  }
}
