import type { Root } from 'mdast';
import type { Signatory, Update } from '../model/item.js';
import type { DateText } from '../model/time.js';

/** What there is to import from: a file, a page, or what came through a pipe, whole in memory and not yet looked at. */
export type Material = {
  readonly bytes: Uint8Array;
  /** As the editor named it, for messages and for what it may be. */
  readonly name: string;
  /** Where it was fetched from, after redirects. */
  readonly url?: string;
  /** The media type that a server gave it. */
  readonly type?: string;
};

export const materialKinds = ['feed', 'page', 'word', 'mail', 'text'] as const;
export type MaterialKind = (typeof materialKinds)[number];

/** One thing that may become an item, as somebody else wrote it. Nothing is guessed yet. */
export type Found = {
  /** Where it is in its material, in words: “entry 3”, “line 41”. */
  readonly at: string;
  readonly title?: string;
  /** Text as Markdown knows it: never HTML, never a picture; links are absolute, and http(s) or mailto. */
  readonly body: Root;
  /** Where it can be read. */
  readonly url?: string;
  readonly published?: DateText;
  /** Who wrote or published it. */
  readonly by?: string;
  readonly licence?: string;
  /** BCP 47. */
  readonly lang?: string;
  /** Whether the material itself holds only the beginning of it. */
  readonly isExcerpt?: boolean;
  /** Who signed it, where that stands below it. They are not in the body then. */
  readonly signatories?: readonly Signatory[];
  readonly updates?: readonly Update[];
};

/** What was left out, and why: in whole sentences, for the editor. */
export type Skipped = { readonly at: string; readonly title?: string; readonly why: string };

/** Everything that some material had. `found` and `skipped` together account for all of it. */
export type Haul = {
  readonly kind: MaterialKind;
  readonly found: readonly Found[];
  readonly skipped: readonly Skipped[];
};

/**
 * Reads one kind of material.
 *
 * @throws Fault (exit 1, `importing/…`) for what cannot be read as a whole, or is larger than its limits.
 */
export type ReadMaterial = (material: Material) => Promise<Haul>;
