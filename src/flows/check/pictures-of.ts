import type { PictureFacts } from '../../check/subjects.js';
import type { Item } from '../../model/item.js';
import { pictureFacts } from '../../render/pictures/picture-facts.js';
import { readPicture } from '../../workspace/pictures.js';

/** What the files of items’ pictures are, by their paths. What cannot be read is not among them: a build says so. */
export async function picturesOf(items: readonly Item[], root: string): Promise<ReadonlyMap<string, PictureFacts>> {
  const known = new Map<string, PictureFacts>();
  for (const src of new Set(items.flatMap(({ image }) => (image ? [image.src] : [])))) {
    const read = readPicture(root, src);
    const facts = 'bytes' in read ? await pictureFacts(read.bytes) : undefined;
    if (facts) known.set(src, { src, ...facts });
  }
  return known;
}
