import { type Document, isMap, isScalar, isSeq, parseDocument, stringify, type YAMLMap, type YAMLSeq } from 'yaml';
import type { TextFile } from '../model/text-file.js';
import type { ChoiceChange } from '../model/workbench.js';
import { cutFrontMatter } from './front-matter.js';

/**
 * issue.md with one choice changed, as a person would change it: everything else, comments and order included, stays.
 *
 * @param file the issue.md that there is, if there is one; it must be readable
 */
export function withChange(file: TextFile | undefined, change: ChoiceChange): string {
  const { cut } = file ? cutFrontMatter(file) : { cut: undefined };
  if (file && !cut) return file.text;
  const yaml = (cut?.yaml ?? '').replace(/^\r?\n/, '');
  const document = parseDocument(yaml, { schema: 'failsafe' });
  if (!isMap(document.contents)) beginMap(document);
  const before = String(document);
  apply(document, change);
  if (file && String(document) === before) return file.text;
  const fresh = document.toString({ lineWidth: 0, flowCollectionPadding: true });
  const hint = file ? '' : '# yaml-language-server: $schema=../../../.mailout/schemas/issue.json\n';
  return `---\n${hint}${fresh.replace(/^\{ ?\}\n/m, '')}---\n${cut?.body ?? ''}`;
}

/** Settings that there are none of yet, below whatever notes there are. */
function beginMap(document: Document): void {
  const notes = document.comment ?? document.commentBefore;
  document.comment = null;
  document.commentBefore = notes ?? null;
  document.contents = document.createNode({}) as typeof document.contents;
}

function apply(document: Document, change: ChoiceChange): void {
  if ('set' in change) {
    if (change.to === undefined) document.delete(change.set);
    else setWords(document, change.set, change.to);
  } else if ('pin' in change) {
    inList(document, 'pinned', change.pin, change.isPinned);
    if (change.isPinned) inList(document, 'leave-out', change.pin, false);
  } else if ('leaveOut' in change) {
    inList(document, 'leave-out', change.leaveOut, change.isOut);
    if (!change.isOut) return;
    for (const list of ['pinned', 'items']) inList(document, list, change.leaveOut, false);
    for (const list of sectionLists(document)) without(list, change.leaveOut);
  } else reorder(document, change.order);
}

/** Keeps the comment that stands beside the words. */
function setWords(document: Document, name: string, words: string): void {
  const there = document.get(name, true);
  if (isScalar(there)) {
    there.value = words;
    if (there.type !== 'QUOTE_DOUBLE' && there.type !== 'QUOTE_SINGLE') delete there.type;
  } else document.set(name, document.createNode(words));
}

function inList(document: Document, name: string, id: string, isIn: boolean): void {
  const list = document.get(name, true);
  if (isSeq(list)) {
    if (!isIn) without(list, id);
    else if (!ids(list).includes(id)) list.add(document.createNode(id));
    if (list.items.length === 0) document.delete(name);
  } else if (isIn) document.set(name, flowList(document, [id]));
}

function without(list: YAMLSeq, id: string): void {
  const at = ids(list).indexOf(id);
  if (at !== -1) list.items.splice(at, 1);
}

/**
 * Every list that says something of the order of these items says it anew, each in the places that its own of them had;
 * what no list says is said by “order”.
 */
function reorder(document: Document, wanted: readonly string[]): void {
  const lists = [document.get('items', true), document.get('pinned', true), ...sectionLists(document)].filter(isSeq);
  const listed = new Set(lists.flatMap(ids));
  for (const list of lists) {
    const own = wanted.filter((id) => ids(list).includes(id));
    const nodes = own.map((id) => list.items[ids(list).indexOf(id)]);
    const places = ids(list).flatMap((id, at) => (own.includes(id) ? [at] : []));
    for (const [index, at] of places.entries()) list.items[at] = nodes[index];
  }
  const others = wanted.filter((id) => !listed.has(id));
  if (others.length < 2) return;
  const order = document.get('order', true);
  const kept = isSeq(order) ? ids(order).filter((id) => !others.includes(id)) : [];
  if (isSeq(order) && order.items.some((node) => isScalar(node) && (node.comment || node.commentBefore))) {
    const nodes = new Map(ids(order).map((id, at) => [id, order.items[at]]));
    order.items = [...kept, ...others].map((id) => nodes.get(id) ?? document.createNode(id));
  } else document.set('order', flowList(document, [...kept, ...others]));
}

function sectionLists(document: Document): YAMLSeq[] {
  const sections = document.get('sections', true);
  if (!isMap(sections)) return [];
  return sections.items.flatMap(({ value }) => {
    const list = isMap(value) ? (value as YAMLMap).get('items', true) : undefined;
    return isSeq(list) ? [list] : [];
  });
}

function ids(list: YAMLSeq): string[] {
  return list.items.map((node) => (isScalar(node) ? String(node.value) : ''));
}

/** A short list on one line, a long one an entry a line. */
function flowList(document: Document, entries: readonly string[]) {
  const node = document.createNode(entries) as YAMLSeq;
  node.flow = stringify(entries, { collectionStyle: 'flow' }).length <= 100;
  return node;
}
