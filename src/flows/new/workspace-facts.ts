import type { Content } from '../../content/references.js';
import { type Finding, inOrderOfPlace } from '../../model/finding.js';
import { readTree } from '../../workspace/read.js';
import { type Loaded, load } from '../load.js';
import { createWorkshop, type Workshop } from '../workshop.js';

/** What there is in a workspace, for whoever adds to it. */
export type WorkspaceFacts = {
  readonly content: Content;
  readonly loaded: Loaded;
  readonly workshop: Workshop;
  /** Ids that files have, readable or not: no new file takes one of them. */
  readonly taken: {
    readonly publications: ReadonlySet<string>;
    readonly items: ReadonlySet<string>;
    readonly audiences: ReadonlySet<string>;
  };
  readonly designs: readonly string[];
};

/** Reads a workspace that something is added to. Without mailout.yaml, the findings say what is wrong with it. */
export function workspaceFacts(root: string): {
  readonly value?: WorkspaceFacts;
  readonly findings: readonly Finding[];
} {
  const workshop = createWorkshop(root, { isKept: false });
  const tree = readTree(root);
  const loaded = load(tree, workshop, () => {});
  const { content } = loaded;
  const findings = inOrderOfPlace(loaded.findings.filter(({ severity }) => severity === 'error'));
  if (!content) return { findings };
  const named = (pattern: RegExp) => new Set(tree.files.flatMap(({ path }) => pattern.exec(path)?.[1] ?? []));
  return {
    value: {
      content,
      loaded,
      workshop,
      taken: {
        publications: new Set([...loaded.publicationIds, 'items', 'translations', 'images']),
        items: named(/^issues\/items\/(?:.*\/)?([^/]+)\.md$/),
        audiences: named(/^audiences\/([^/]+)\.yaml$/),
      },
      designs: [...loaded.designs.keys()],
    },
    findings,
  };
}
