import { setImmediate, setTimeout } from 'node:timers/promises';
import { withEdits } from '../../check/edits.js';
import { rules } from '../../check/rules.js';
import { withChange } from '../../content/edit-choices.js';
import { readApproval } from '../../content/read-approval.js';
import type { Content } from '../../content/references.js';
import type { Approval } from '../../model/approval.js';
import { addNew, type Finding, inOrderOfPlace } from '../../model/finding.js';
import type { FieldValues } from '../../model/merge-slots.js';
import type { DateText } from '../../model/time.js';
import type {
  LiveWorkbench,
  ReadEdition,
  ShownFinding,
  ShownIssue,
  ShownPersona,
  Workbench,
} from '../../model/workbench.js';
import { declaredFields, filledHtml, filledText } from '../../render/merge-tags.js';
import { readApprovals } from '../../workspace/approvals.js';
import { roomOf } from '../../workspace/layout.js';
import { readAgain, readTree, type Tree, toText } from '../../workspace/read.js';
import { replaceFile } from '../../workspace/write-file.js';
import type { OutputFile } from '../../workspace/write-folder.js';
import { judgeIssues } from '../check/judge-issues.js';
import { type Loaded, load } from '../load.js';
import { nowIn } from '../schedule.js';
import { createWorkshop } from '../workshop.js';
import { approvedEdition } from './approved-edition.js';
import { type Drafted, draftIssue } from './drafted.js';
import { issueKey, shownFinding, shownIssue } from './shown-issue.js';

export type WorkbenchWorld = {
  readonly root: string;
  /** Now, as an ISO instant. */
  readonly now: () => string;
  /** The day from which on the next issues are meant; from now on if absent. */
  readonly date?: DateText;
  /** Called when there is something new to show. */
  readonly shown: (state: Workbench) => void;
};

type Kept = { readonly drafted: Drafted; readonly shown: ShownIssue };

const nothingYet: Workbench = {
  revision: 0,
  organisation: '',
  issues: [],
  personas: [],
  findings: [],
  isChecked: false,
};

const whys = new Map(rules.map(({ id, why }) => [id, why]));

/** Lets others be answered, for so many milliseconds at least. Throws `superseded` once a later refresh has begun. */
type Rest = (milliseconds?: number) => Promise<void>;

const superseded = Symbol('a later refresh has begun');

/** Milliseconds in which a page on this computer asks for what it was told of. */
const untilThePageHasIt = 40;

/** Milliseconds for which whoever asks can wait. */
const patience = 10;

function restingUnless(run: number, latest: () => number): Rest {
  let last = performance.now();
  return async (milliseconds = 0) => {
    if (milliseconds > 0 || performance.now() - last > patience) {
      await (milliseconds > 0 ? setTimeout(milliseconds) : setImmediate());
      last = performance.now();
    }
    if (run !== latest()) throw superseded;
  };
}

/** A workbench that shows nothing until its first `refresh`. */
export function openWorkbench({ root, now, date, shown }: WorkbenchWorld): LiveWorkbench {
  const workshop = createWorkshop(root, { isKept: true });
  let state = nothingYet;
  let tree: Tree = { files: [], findings: [] };
  let content: Content | undefined;
  let kept = new Map<string, Kept>();
  let findings: readonly Finding[] = [];
  let running = 0;

  const show = (next: Omit<Workbench, 'revision'>) => {
    state = { ...next, revision: state.revision + 1 };
    shown(state);
  };

  const refresh = async (lookedAt?: string, changed?: readonly string[]): Promise<void> => {
    running += 1;
    const rest = restingUnless(running, () => running);
    tree = changed && tree.files.length > 0 ? readAgain(root, tree, changed) : readTree(root);
    const loaded = load(tree, workshop, () => {});
    if (!loaded.content) {
      findings = loaded.findings;
      show({ ...state, issues: state.issues.map(asStale), findings: shownFindings(findings), isChecked: true });
      return;
    }
    content = loaded.content;
    await make(loaded, loaded.content, lookedAt, rest).catch((error) => {
      if (error !== superseded) throw error;
    });
  };

  const make = async (loaded: Loaded, content: Content, lookedAt: string | undefined, rest: Rest) => {
    const from = date ?? (await nowIn(content.organisation, now()));
    const found: Finding[] = [...loaded.findings];
    const drafts = new Map<string, Kept>();
    const isFirst = kept.size === 0;
    for (const id of inOrder(loaded, lookedAt)) {
      const { drafted, findings: ofIssue } = await draftIssue(id, loaded, from, workshop);
      await rest();
      addNew(found, ofIssue);
      if (drafted) drafts.set(id, { drafted, shown: shownIssue(drafted, content, approvalsOf(drafted), now()) });
      // What is looked at is shown at once, and the rest waits until the page has it.
      if (isFirst || lookedAt?.startsWith(`${id}/`)) {
        keep(drafts, found, loaded, false);
        await rest(untilThePageHasIt);
      }
    }
    keep(drafts, found, loaded, false);
    await rest(untilThePageHasIt);
    const judged = await judgeIssues(
      { issues: [...drafts.values()].map(({ drafted }) => drafted), items: [] },
      { content, tree, workshop, today: from.slice(0, 10), milliseconds: () => 0, rest },
      found,
    );
    await rest();
    keep(drafts, judged.findings, loaded, true);
  };

  const keep = (drafts: ReadonlyMap<string, Kept>, found: readonly Finding[], loaded: Loaded, isChecked: boolean) => {
    if (!content) return;
    findings = found;
    const all = shownFindings(inOrderOfPlace(found));
    const next = new Map<string, Kept>();
    const told = new Set<string>();
    for (const id of loaded.publicationIds) {
      const draft = drafts.get(id);
      const before = kept.get(id);
      if (draft) {
        const { drafted, shown } = draft;
        // Until the rules have been asked again, what they said last still helps.
        const own = isChecked || !before ? all.filter((one) => isAbout(one, drafted)) : withOld(all, before, drafted);
        for (const { key } of own) told.add(key);
        next.set(id, { drafted, shown: { ...shown, findings: own } });
      } else if (before) {
        const own = all.filter((one) => isAbout(one, before.drafted));
        for (const { key } of own) told.add(key);
        next.set(id, { drafted: before.drafted, shown: { ...asStale(before.shown), findings: own } });
      }
    }
    kept = next;
    show({
      organisation: content.organisation.name,
      issues: [...kept.values()].map((one) => one.shown).sort((a, b) => (a.sendsAt < b.sendsAt ? -1 : 1)),
      personas: personasOf(content, kept),
      findings: all.filter(({ key }) => !told.has(key)),
      isChecked,
    });
  };

  const shownFindings = (all: readonly Finding[]): readonly ShownFinding[] => {
    const lines = new Map<string, readonly string[]>();
    const lineOf = (file: string, line: number) => {
      const raw = tree.files.find(({ path }) => path === file);
      const known = lines.get(file) ?? (raw ? toText(raw).text.split(/\r?\n/) : []);
      lines.set(file, known);
      return known[line - 1];
    };
    const itemOf = (file: string) => (roomOf(file).is === 'item' ? file.replace(/^.*\/|\.md$/g, '') : undefined);
    return all.map((finding) => shownFinding(finding, itemOf, lineOf, whys.get(finding.rule)));
  };

  const approvalsOf = ({ publication, slot }: Drafted) =>
    readApprovals(root, publication.id, slot.date)
      .map(readApproval)
      .flatMap(({ value }) => (value && isDated(value) ? [value] : []));

  const fieldsOf = (persona: string | undefined) => content?.personas.find((one) => one.id === persona)?.fields;

  const found = (key: string): Kept | undefined =>
    [...kept.values()].find(({ drafted }) => issueKey(drafted.publication.id, drafted.slot.date) === key);

  const filesOf = (key: string) => found(key)?.drafted.draft.files ?? [];

  return {
    state: () => state,
    refresh,
    edition: (key, id, persona) => {
      const drafted = found(key)?.drafted;
      const edition = drafted?.draft.mail?.editions.find((one) => one.id === id);
      return drafted && edition && readBy(edition, drafted, fieldsOf(persona));
    },
    approved: (key, id, persona) => {
      const kept = found(key);
      if (!kept) return undefined;
      const { drafted } = kept;
      const last = approvalsOf(drafted).sort((a, b) => (a.at < b.at ? 1 : -1))[0];
      const edition = last && approvedEdition(root, last.covers[`edition ${id}`] ?? '');
      return edition && readBy(edition, drafted, fieldsOf(persona));
    },
    attachment: (key, name) => {
      const file = filesOf(key).find((one) => one.name === name);
      return file && bytesOf(file);
    },
    attachments: (key) => new Map(filesOf(key).map((file) => [file.name, bytesOf(file)])),
    change: (key, change) => {
      const drafted = found(key)?.drafted;
      if (!drafted) return;
      const path = `issues/${drafted.publication.id}/${drafted.slot.date}/issue.md`;
      const there = readTree(root).files.find((file) => file.path === path);
      const text = withChange(there && toText(there), change);
      if (!there || text !== toText(there).text) replaceFile(root, path, text);
    },
    mend: (key) => {
      const edits = findings.find((one) => shownFindings([one])[0]?.key === key)?.edits ?? [];
      const [first] = edits;
      const file = first && tree.files.find(({ path }) => path === first.file);
      const there = file && readTree(root).files.find(({ path }) => path === file.path);
      // What has changed since the finding was made is not touched: its offsets mean other words now.
      if (!first || !file || !there?.bytes.equals(file.bytes)) return false;
      const own = edits.filter((edit) => edit.file === first.file);
      replaceFile(root, first.file, withEdits(toText(file).text, own).text);
      return true;
    },
  };
}

function bytesOf({ content }: OutputFile): Uint8Array {
  return typeof content === 'string' ? Buffer.from(content) : content;
}

function isDated({ at, expires }: Approval): boolean {
  return !Number.isNaN(Date.parse(at)) && !Number.isNaN(Date.parse(expires));
}

function inOrder({ publicationIds }: Loaded, lookedAt = ''): readonly string[] {
  const first = publicationIds.filter((id) => lookedAt.startsWith(`${id}/`));
  return [...first, ...publicationIds.filter((id) => !first.includes(id))];
}

function asStale(issue: ShownIssue): ShownIssue {
  return { ...issue, isStale: true };
}

/** Whether a finding is shown beside an issue: it is about its publication, its design or one of its items. */
function isAbout({ place }: ShownFinding, { publication, draft }: Drafted): boolean {
  if (!place) return false;
  const folders = [`issues/${publication.id}/`, `templates/${publication.template}/`];
  if (folders.some((folder) => place.file.startsWith(folder))) return true;
  return draft.issue.sections.some(({ items }) =>
    items.some(({ item, source }) => place.file === item.source.file || place.file === source.file),
  );
}

function withOld(fresh: readonly ShownFinding[], { shown }: Kept, drafted: Drafted): readonly ShownFinding[] {
  const own = fresh.filter((one) => isAbout(one, drafted));
  const keys = new Set(own.map(({ key }) => key));
  return [...own, ...shown.findings.filter((one) => !keys.has(one.key) && isAbout(one, drafted))];
}

function personasOf({ personas }: Content, kept: ReadonlyMap<string, Kept>): ShownPersona[] {
  return personas.map(({ id, title, about, facets }) => ({
    id,
    title,
    ...(about !== undefined && { about }),
    editions: Object.fromEntries(
      [...kept.values()].flatMap(({ drafted: { publication, slot, draft } }) => {
        const edition = draft.mail?.editionOf(facets);
        return edition === undefined ? [] : [[issueKey(publication.id, slot.date), edition]];
      }),
    ),
  }));
}

function readBy(edition: ReadEdition, { audience }: Drafted, fields: FieldValues | undefined): ReadEdition {
  const { subject, preheader, html, text, lang } = edition;
  if (!fields) return { subject, preheader, html, text, lang };
  const declared = declaredFields(audience);
  // Links that are a reader’s own lead nowhere: she does not exist.
  const values: FieldValues = { ...fields, unsubscribe_url: '#', web_url: '#' };
  return {
    subject: filledText(subject, values, declared),
    preheader: filledText(preheader, values, declared),
    html: filledHtml(html, values, declared),
    text: filledText(text, values, declared),
    lang,
  };
}
