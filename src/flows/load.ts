import { readAudience } from '../content/read-audience.js';
import { readChoices } from '../content/read-choices.js';
import { readItem } from '../content/read-item.js';
import { readOrganisation } from '../content/read-organisation.js';
import { readPublication } from '../content/read-publication.js';
import { readTheme } from '../content/read-theme.js';
import type { Reading } from '../content/reading.js';
import { type Content, checkReferences } from '../content/references.js';
import type { Audience } from '../model/audience.js';
import { type Design, standardTheme, type TemplateFile, type Theme } from '../model/design.js';
import { type Finding, isError } from '../model/finding.js';
import type { Choices } from '../model/issue.js';
import type { Item } from '../model/item.js';
import type { Organisation } from '../model/organisation.js';
import type { Publication } from '../model/publication.js';
import type { ItemCache } from '../workspace/item-cache.js';
import { roomOf, sharedDesign } from '../workspace/layout.js';
import { type RawFile, type Tree, toText } from '../workspace/read.js';

export type Loaded = {
  /** Absent if mailout.yaml cannot be read, for then nothing can be built. */
  readonly content?: Content;
  /** The ids of all publications, readable or not. */
  readonly publicationIds: readonly string[];
  readonly designs: ReadonlyMap<string, Design>;
  readonly findings: readonly Finding[];
};

/** Reads everything in a workspace, with all complaints at once. */
export function load(tree: Tree, cache: ItemCache, progress: (words: string) => void): Loaded {
  const findings: Finding[] = [...tree.findings];
  const take = <T>(reading: Reading<T>): T | undefined => {
    findings.push(...reading.findings);
    return reading.value;
  };

  let organisation: Organisation | undefined;
  let theme: Theme | undefined = standardTheme;
  const publications: Publication[] = [];
  const items: Item[] = [];
  const choices: Choices[] = [];
  const audiences: Audience[] = [];
  const templates: Template[] = [];
  const known = { publications: [] as string[], audiences: [] as string[], designs: [] as string[] };

  tree.files.forEach((raw, index) => {
    if (index % 500 === 499) progress(`Reading ${index + 1} of ${tree.files.length} files …`);
    const room = roomOf(raw.path);
    switch (room.is) {
      case 'organisation':
        organisation = take(readOrganisation(toText(raw)));
        break;
      case 'theme':
        theme = take(readTheme(toText(raw), standardTheme));
        break;
      case 'audience':
        known.audiences.push(room.id);
        add(audiences, take(readAudience(room.id, toText(raw))));
        break;
      case 'item':
        add(items, take(readCached(raw, cache)));
        break;
      case 'publication':
        known.publications.push(room.id);
        add(publications, take(readPublication(room.id, toText(raw))));
        break;
      case 'issue':
        add(choices, take(readChoices(room.publication, room.date, toText(raw))));
        break;
      case 'template':
        if (room.name === 'body' && room.design !== sharedDesign) known.designs.push(room.design);
        templates.push({ design: room.design, name: room.name, file: { file: raw.path, text: toText(raw).text } });
        break;
    }
  });
  cache.save();

  if (!organisation) return { publicationIds: known.publications, designs: new Map(), findings };
  const content = { organisation, publications, items, choices, audiences };
  findings.push(...checkReferences(content, known));
  return { content, publicationIds: known.publications, designs: designsOf(templates, theme), findings };
}

type Template = { readonly design: string; readonly name: string; readonly file: TemplateFile };

function readCached(raw: RawFile, cache: ItemCache): Reading<Item> {
  const cached = cache.get(raw);
  if (cached) return { value: cached, findings: [] };
  const reading = readItem(toText(raw));
  if (reading.value && reading.findings.length === 0) cache.put(raw, reading.value);
  return reading;
}

function designsOf(templates: readonly Template[], theme: Theme | undefined): Map<string, Design> {
  if (!theme) return new Map();
  const partialsOf = (design: string) =>
    Object.fromEntries(templates.filter((one) => one.design === design).map(({ name, file }) => [name, file]));
  const shared = partialsOf(sharedDesign);
  return new Map(
    templates
      .filter(({ design, name }) => name === 'body' && design !== sharedDesign)
      .map(({ design, file }) => {
        const { body: _, ...own } = partialsOf(design);
        return [design, { id: design, body: file, partials: { ...shared, ...own }, theme }];
      }),
  );
}

function add<T>(list: T[], value: T | undefined): void {
  if (value !== undefined) list.push(value);
}

/** Whether a finding stands in the way of an issue: those of other publications do not. */
export function concerns(finding: Finding, publication: Publication): boolean {
  if (!isError(finding)) return false;
  const room = finding.place && roomOf(finding.place.file);
  switch (room?.is) {
    case 'publication':
      return room.id === publication.id;
    case 'issue':
      return room.publication === publication.id;
    case 'audience':
      return room.id === publication.audience;
    case 'template':
      return publication.template !== undefined && [sharedDesign, publication.template].includes(room.design);
    default:
      return true;
  }
}
