import type { Finding } from '../model/finding.js';
import type { Action, Item, Version } from '../model/item.js';
import { placeOf } from '../model/place.js';
import type { TextFile } from '../model/text-file.js';
import { present, type Reading } from './reading.js';
import { type ItemShape, itemShape } from './schema/item.js';
import { readFrontMatter } from './settings.js';
import { bodyOf, markdownAt, paragraphsAt } from './texts.js';
import type { YamlReading } from './yaml.js';

/** The id of an item: its file's name without ".md". Folders below issues/items/ are for tidiness and may change. */
export function itemId(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1).replace(/\.md$/, '');
}

/** Reads one item. Its body stays Markdown; `parseMarkdown` reads that when an issue takes the item. */
export function readItem(file: TextFile): Reading<Item> {
  const settings = readFrontMatter(file, itemShape);
  if (!settings.value) return { findings: settings.findings };
  const item: Item = {
    ...toItem(itemId(file.path), settings.value, settings.yaml),
    body: bodyOf(file, settings.cut),
  };
  return { value: item, findings: [...nameFindings(file.path), ...contradictions(item)] };
}

function toItem(id: string, shape: ItemShape, yaml: YamlReading): Omit<Item, 'body'> {
  const {
    runs,
    repeat,
    draft,
    priority,
    readers,
    wording,
    actions,
    statement,
    versions,
    image,
    sensitive,
    allow,
    ...rest
  } = shape;
  return {
    ...present(rest),
    id,
    source: yaml.source,
    runs: present({ from: runs?.from, until: runs?.until }),
    repeat: repeat ?? false,
    draft: draft ?? false,
    priority: priority ?? 'normal',
    readers: present(readers ?? {}),
    ...(wording !== undefined && { wording: paragraphsAt(wording, 'wording', yaml) }),
    actions: toActions(actions),
    ...(statement && { statement: { ...present(statement), signatories: statement.signatories.map(present) } }),
    ...(image && { image: present(image) }),
    versions: Object.fromEntries(
      Object.entries(versions ?? {}).map(([id, version]) => [id, toVersion(version, `versions.${id}`, yaml)]),
    ),
    updates: shape.updates ?? [],
    sensitive: sensitive ?? false,
    allow: allow ?? [],
  } as Omit<Item, 'body'>;
}

function toActions(actions: ItemShape['actions']): Action[] {
  return (actions ?? []).map(({ file, ...action }) => present({ ...action, file: file && present(file) }) as Action);
}

function toVersion(version: NonNullable<ItemShape['versions']>[string], path: string, yaml: YamlReading): Version {
  const { wording, body, actions, ...rest } = version;
  return {
    ...present(rest),
    ...(wording !== undefined && { wording: paragraphsAt(wording, `${path}.wording`, yaml) }),
    ...(body !== undefined && { body: markdownAt(body, `${path}.body`, yaml) }),
    ...(actions && { actions: toActions(actions) }),
  } as Version;
}

function nameFindings(path: string): Finding[] {
  if (/^[a-z0-9]+(-[a-z0-9]+)*$/.test(itemId(path))) return [];
  return [
    {
      rule: 'content/file-name',
      severity: 'error',
      place: { file: path, line: 1, column: 1 },
      words: 'The name of this file cannot be an id, and an item keeps its id for ever.',
      fix: 'Rename the file with small letters, digits and hyphens, like protect-aid-to-yemen.md.',
    },
  ];
}

/** Settings that each can be read, but not together. */
function contradictions(item: Item): Finding[] {
  const findings: Finding[] = [];
  const say = (path: string, words: string, fix: string) =>
    findings.push({ rule: 'content/contradiction', severity: 'error', place: placeOf(item.source, path), words, fix });

  if (item.runs.from && item.runs.until && item.runs.until < item.runs.from) {
    say('runs.until', 'The item stops running before it starts.', 'Swap the two dates of “runs”.');
  }
  if (item.event?.ends && item.event.ends < item.event.starts) {
    say('event.ends', 'The event ends before it starts.', 'Check the two times of “event”.');
  }
  if (item.kind === 'event' && !item.event) {
    say(
      'kind',
      'This is an event, but it has no “event” with its time and place.',
      'Add: event: { starts: 2027-03-26T18:00, place: … }',
    );
  }
  if (item.kind === 'statement' && !item.statement) {
    say(
      'kind',
      'This is a statement, but nobody has signed it.',
      'Add: statement: { signatories: [{ name: …, role: … }] }',
    );
  }
  if (item.kind === 'action' && item.actions.length === 0) {
    say(
      'kind',
      'This is an action, but it asks for nothing.',
      'Add: actions: [{ do: sign, label: Sign the petition, url: https://… }]',
    );
  }
  return findings;
}
