import type {
  ChoiceChange,
  LiveWorkbench,
  ReadEdition,
  ShownFinding,
  ShownIssue,
  Workbench,
  WorkbenchDeeds,
} from '../../src/model/workbench.js';

/** A workbench in memory, whose answers a test decides. */
export type FakeWorkbench = LiveWorkbench & {
  /** What there is to show; a test may put something else in its place. */
  shown: Workbench;
  /** By "<publication>/<date>/<edition>", with "@<persona>" behind it for what a persona reads. */
  readonly editions: Map<string, ReadEdition>;
  /** The approved ones, by the same names. */
  readonly approvedEditions: Map<string, ReadEdition>;
  /** By "<publication>/<date>/<name>". */
  readonly attached: Map<string, Uint8Array>;
  readonly changes: { readonly issue: string; readonly change: ChoiceChange }[];
  /** Keys of the findings that can be mended. */
  readonly mendable: Set<string>;
  /** What was looked at when the issues were made anew, in order. */
  readonly refreshes: (string | undefined)[];
  /** Thrown by whatever writes, if it is there. */
  trouble: Error | undefined;
  /** Thrown by making the issues anew, if it is there. */
  refreshTrouble: Error | undefined;
};

export const finding: ShownFinding = {
  key: '["links/dead","issues/items/olive-harvest.md",7,3,"The link leads nowhere."]',
  rule: 'links/dead',
  severity: 'warning',
  words: 'The link leads nowhere.',
  place: { file: 'issues/items/olive-harvest.md', line: 7, column: 3 },
  isMendable: true,
};

const item = { section: 'actions', isPinned: false, ranBefore: [], links: [], share: 0.5 };

export const issue: ShownIssue = {
  key: 'weekly/2027-03-22',
  publication: 'weekly',
  title: 'The Weekly',
  date: '2027-03-22',
  sendsAt: '2027-03-22T07:30',
  zone: 'Europe/London',
  channel: 'email',
  sender: { name: 'The union', address: 'news@example.org' },
  label: '22 March 2027',
  chosen: {},
  sections: [
    { id: 'actions', title: 'Actions' },
    { id: 'events', title: 'Events' },
  ],
  editions: [
    {
      id: 'wales',
      readers: 'Wales',
      lang: 'en',
      subject: 'Olives',
      preheader: 'And more',
      digest: 'abc123',
      bytes: 20_000,
      mostBytes: 100_000,
    },
  ],
  items: [
    { ...item, id: 'olive-harvest', title: 'The olive harvest', file: 'issues/items/olive-harvest.md' },
    { ...item, id: 'letter-campaign', title: 'Write a letter', file: 'issues/items/letter-campaign.md' },
    { ...item, id: 'walk', title: 'A walk', file: 'issues/items/walk.md', section: 'events' },
  ],
  decisions: [{ item: 'old-news', title: 'Old news', isIn: false, words: 'It closed last week.', isLeftOut: false }],
  findings: [finding],
  approvals: [],
  isStale: false,
};

export const placeless: ShownFinding = {
  key: '["workspace/thin",null]',
  rule: 'workspace/thin',
  severity: 'info',
  words: 'There is little to say this week.',
  isMendable: false,
};

/** A workbench with one issue of one edition, and one persona. */
export function fakeWorkbench(): FakeWorkbench {
  const bench: FakeWorkbench = {
    shown: {
      revision: 7,
      organisation: 'A union',
      issues: [issue],
      personas: [{ id: 'megan', title: 'Megan, in Wales', editions: { [issue.key]: 'wales' } }],
      findings: [placeless],
      isChecked: true,
    },
    editions: new Map([
      [`${issue.key}/wales`, read('Dear {{first_name}}')],
      [`${issue.key}/wales@megan`, read('Dear Megan')],
    ]),
    approvedEditions: new Map(),
    attached: new Map(),
    changes: [],
    mendable: new Set([finding.key]),
    refreshes: [],
    trouble: undefined,
    refreshTrouble: undefined,
    state: () => bench.shown,
    refresh: async (lookedAt) => {
      bench.refreshes.push(lookedAt);
      if (bench.refreshTrouble) throw bench.refreshTrouble;
      bench.shown = { ...bench.shown, revision: bench.shown.revision + 1 };
    },
    edition: (key, id, persona) => bench.editions.get(nameOf(key, id, persona)),
    approved: (key, id, persona) => bench.approvedEditions.get(nameOf(key, id, persona)),
    attachment: (key, name) => bench.attached.get(`${key}/${name}`),
    attachments: (key) =>
      new Map(
        [...bench.attached].flatMap(([name, content]) =>
          name.startsWith(`${key}/`) ? [[name.slice(key.length + 1), content] as const] : [],
        ),
      ),
    change: (key, change) => {
      if (bench.trouble) throw bench.trouble;
      bench.changes.push({ issue: key, change });
    },
    mend: (key) => {
      if (bench.trouble) throw bench.trouble;
      return bench.mendable.delete(key);
    },
  };
  return bench;
}

function nameOf(key: string, id: string, persona: string | undefined) {
  return `${key}/${id}${persona === undefined ? '' : `@${persona}`}`;
}

/** An edition that says one thing. */
export function read(words: string): ReadEdition {
  const html = `<!doctype html><html lang="en"><head><title>Olives</title></head><body><p>${words}</p></body></html>`;
  return { subject: 'Olives', preheader: 'And more', html, text: `${words}\n`, lang: 'en' };
}

/** Deeds that are written down and not done. */
export type FakeDeeds = WorkbenchDeeds & {
  /** What was asked, in order: the deed and what it was given. */
  readonly asked: (readonly unknown[])[];
  /** What a deed waits for before it is done. */
  until: Promise<void>;
  isRefused: boolean;
};

export function fakeDeeds(): FakeDeeds {
  const result = () => ({ ok: !deeds.isRefused, words: deeds.isRefused ? 'It may not be.' : 'It is done.' });
  const deed =
    (name: string) =>
    async (...given: readonly unknown[]) => {
      deeds.asked.push([name, ...given]);
      await deeds.until;
      return result();
    };
  const deeds: FakeDeeds = {
    asked: [],
    until: Promise.resolve(),
    isRefused: false,
    proof: deed('proof'),
    approve: deed('approve'),
    openEditor: deed('openEditor'),
    approval: async (...given) => {
      deeds.asked.push(['approval', ...given]);
      return deeds.isRefused
        ? { ok: false, lines: ['The roster is missing.', 'Freeze it first.'] }
        : { ok: true, digest: 'abc123', lines: ['To 2,000 readers.'] };
    },
  };
  return deeds;
}
