import type { Content } from '../content/references.js';
import type { Audience } from '../model/audience.js';
import { exitCode, Fault } from '../model/fault.js';
import { type Finding, isError } from '../model/finding.js';
import type { Publication } from '../model/publication.js';
import { suggestion } from '../model/suggest.js';
import { roomOf } from '../workspace/layout.js';
import { readTree, type Tree } from '../workspace/read.js';
import { type Loaded, load } from './load.js';
import type { PeopleWorld } from './people-world.js';
import { refuseUnknownPublication } from './unknown-publication.js';
import { createWorkshop, type Workshop } from './workshop.js';

/** An audience, and all that it may be asked about. */
export type LoadedAudience = {
  readonly audience: Audience;
  readonly content: Content;
  readonly loaded: Loaded;
  /** The files that it was read from. */
  readonly tree: Tree;
  readonly workshop: Workshop;
};

/**
 * Reads the workspace for the sake of one audience. Without a value, the findings say what is wrong with its file or
 * with mailout.yaml; what is wrong with anything else is not told.
 *
 * @throws Fault (exit 2) if there is no such audience.
 */
export function loadAudience(
  { root, progress }: PeopleWorld,
  id: string,
): { readonly value?: LoadedAudience; readonly findings: readonly Finding[] } {
  const tree = readTree(root);
  refuseUnknown(id, tree);
  const workshop = createWorkshop(root, { isKept: false });
  return audienceIn(load(tree, workshop, progress), tree, workshop, id);
}

/**
 * Reads the workspace for the sake of one newsletter, and of the audience that it goes to. Without a value, the findings
 * say what is wrong.
 *
 * @throws Fault (exit 2) if there is no such newsletter, or it is not mailed.
 */
export function loadMailing(
  { root, progress }: PeopleWorld,
  id: string,
): { readonly value?: LoadedAudience; readonly findings: readonly Finding[] } {
  const workshop = createWorkshop(root, { isKept: false });
  const tree = readTree(root);
  const loaded = load(tree, workshop, progress);
  const publication = loaded.content?.publications.find((one) => one.id === id);
  if (!publication) {
    refuseUnknownPublication([id], loaded.publicationIds);
    return { findings: loaded.findings.filter(isError) };
  }
  if (publication.channel !== 'email') throw notMailed(publication);
  return audienceIn(loaded, tree, workshop, publication.audience);
}

function audienceIn(
  loaded: Loaded,
  tree: Tree,
  workshop: Workshop,
  id: string,
): { readonly value?: LoadedAudience; readonly findings: readonly Finding[] } {
  const findings = loaded.findings.filter(({ place }) => {
    const room = place && roomOf(place.file);
    return room?.is === 'organisation' || (room?.is === 'audience' && room.id === id);
  });
  const audience = loaded.content?.audiences.find((one) => one.id === id);
  if (!audience || !loaded.content || findings.some(isError)) return { findings };
  return { value: { audience, content: loaded.content, loaded, tree, workshop }, findings };
}

/** Reads the workspace for the sake of all its audiences. */
export function loadWorkspace({ root, progress }: PeopleWorld): Loaded {
  return load(readTree(root), createWorkshop(root, { isKept: false }), progress);
}

function notMailed({ title }: Publication): Fault {
  return new Fault({
    code: 'send/print-copy',
    exit: exitCode.usage,
    words: `${title} is print copy, which is not mailed.`,
    fix: 'Give its Word file to whoever prints it: “mailout build” makes it.',
  });
}

function refuseUnknown(id: string, { files }: Tree): void {
  const known = files.flatMap(({ path }) => {
    const room = roomOf(path);
    return room.is === 'audience' ? [room.id] : [];
  });
  if (known.includes(id)) return;
  throw new Fault({
    code: 'audience/unknown',
    exit: exitCode.usage,
    words: `There is no audience called “${id}”.`,
    fix: suggestion(id, known),
  });
}
