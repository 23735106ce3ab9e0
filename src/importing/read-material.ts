import type { MaterialKind, ReadMaterial } from './found.js';
import { kindOf } from './material-kind.js';

/** What reads each kind, loaded when there is some of it. */
const readers = {
  feed: async () => (await import('./readers/read-feed.js')).readFeed,
  page: async () => (await import('./readers/read-page.js')).readPage,
  word: async () => (await import('./readers/read-word.js')).readWord,
  mail: async () => (await import('./readers/read-mail.js')).readMail,
  text: async () => (await import('./readers/read-text.js')).readText,
} as const satisfies Record<MaterialKind, () => Promise<ReadMaterial>>;

/**
 * Reads some material, whatever it is.
 *
 * @throws Fault (exit 1, `importing/…`) for what is none, cannot be read as a whole, or is larger than its limits
 */
export const readMaterial: ReadMaterial = async (material) => {
  const read = await readers[kindOf(material)]();
  return read(material);
};
