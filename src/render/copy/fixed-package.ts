import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';

/** What a package says of itself in place of the clock and the machine. */
export type Imprint = {
  /** When it was made, as a W3C date and time in UTC: "2021-03-01T00:00:00Z". */
  readonly made: string;
  /** BCP 47. */
  readonly lang: string;
};

/**
 * An Office package (ECMA-376 part 2) with everything in it that chance and the clock decide put in order, so that the
 * same document is the same bytes on every machine: relationship ids are numbered as they stand, the core properties
 * carry the imprint, and the parts are zipped in order of name, each with the same time, by one compressor.
 */
export function fixedPackage(bytes: Uint8Array, imprint: Imprint): Uint8Array {
  const parts = new Map(Object.entries(unzipSync(bytes)));
  for (const name of [...parts.keys()].filter((each) => each.endsWith('.rels'))) numberRelationships(name, parts);
  rewrite(corePart, parts, (core) => withImprint(core, imprint));
  const ordered = [...parts].sort(([a], [b]) => (a < b ? -1 : 1));
  return zipSync(Object.fromEntries(ordered), { mtime: zipTime(), level: 9 });
}

const corePart = 'docProps/core.xml';

/** The first day that a zip file can name. Zip times are local ones, and so is this, whatever the zone. */
function zipTime(): Date {
  return new Date(1980, 0, 1, 12);
}

type Parts = Map<string, Uint8Array>;

function rewrite(name: string, parts: Parts, change: (xml: string) => string): void {
  const part = parts.get(name);
  if (part) parts.set(name, strToU8(change(strFromU8(part))));
}

function numberRelationships(name: string, parts: Parts): void {
  const ids = new Map<string, string>();
  rewrite(name, parts, (xml) =>
    xml.replace(/(<Relationship Id=")([^"]+)"/g, (_, start: string, id: string) => {
      const number = `rId${ids.size + 1}`;
      ids.set(id, number);
      return `${start}${number}"`;
    }),
  );
  // "word/_rels/document.xml.rels" holds those of "word/document.xml" (part 2 §6.5.2).
  const owner = name.replace('_rels/', '').replace(/\.rels$/, '');
  rewrite(owner, parts, (xml) =>
    xml.replace(/ (r:(?:id|embed|link))="([^"]+)"/g, (_, key: string, id: string) => ` ${key}="${ids.get(id) ?? id}"`),
  );
}

function withImprint(core: string, { made, lang }: Imprint): string {
  return core
    .replace(/(<dcterms:(?:created|modified)[^>]*>)[^<]*/g, (_, tag: string) => `${tag}${made}`)
    .replace('</cp:coreProperties>', `<dc:language>${lang}</dc:language></cp:coreProperties>`);
}
