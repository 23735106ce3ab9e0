import { isAlias, isMap, isScalar, isSeq, LineCounter, type Node, type Pair, parseDocument } from 'yaml';
import type { Finding } from '../model/finding.js';
import type { Place, Source } from '../model/place.js';
import { type YamlComplaint, yamlFinding } from './yaml-words.js';

/** A value as typed: every scalar is a string, so that 12:30, 010, NO and 2026-01-02 stay what they were. */
export type YamlValue = string | readonly YamlValue[] | { readonly [key: string]: YamlValue };

export type YamlReading = {
  readonly value?: YamlValue;
  readonly source: Source;
  /** Places of keys by dotted path, for findings about a key rather than its value. */
  readonly keys: Source['at'];
  /** Indents of block texts ("|" and ">") by dotted path; the place of such a text is its first line. */
  readonly blocks: Readonly<Record<string, number>>;
  /** Dotted paths of the block texts whose line breaks are those that were typed ("|"). */
  readonly literals: ReadonlySet<string>;
  readonly findings: readonly Finding[];
};

const depthLimit = 12;
/** Keys that reach an object's prototype in careless code later on. */
const forbiddenKeys = new Set(['__proto__', 'constructor', 'prototype']);

/**
 * Reads one YAML document whose first line is line 1 of the file. What cannot be read gives one finding, at the line
 * that most probably caused it: the parser's other complaints are consequences.
 */
export function readYaml(file: string, text: string): YamlReading {
  const lines = new LineCounter();
  const reading = {
    at: {} as Places,
    keys: {} as Places,
    blocks: {} as Record<string, number>,
    literals: new Set<string>(),
  };
  const findings: Finding[] = [];
  const result = (value?: YamlValue): YamlReading => ({
    ...(value === undefined ? {} : { value }),
    source: { file, at: reading.at },
    keys: reading.keys,
    blocks: reading.blocks,
    literals: reading.literals,
    findings,
  });
  const placeAt = (offset: number): Place => {
    const { line, col } = lines.linePos(offset);
    return { file, line, column: col };
  };

  const document = parse(text, lines);
  if (document === 'too deep') {
    findings.push(complain('too-deep', { file, line: 1, column: 1 }));
    return result();
  }
  const error = document.errors[0] ?? document.warnings[0];
  if (error) {
    findings.push(yamlFinding(error.code, text, placeAt(error.pos[0])));
    return result();
  }

  const walk = (node: Node | null, path: string, depth: number): YamlValue => {
    if (depth > depthLimit) {
      findings.push(complain('too-deep', placeAt(node?.range?.[0] ?? 0)));
      return '';
    }
    if (isAlias(node) || (node && 'anchor' in node && node.anchor)) {
      findings.push(complain('alias', placeAt(node.range?.[0] ?? 0)));
      return '';
    }
    if (isMap(node)) return readMap(node.items as Pair<Node, Node | null>[], path, depth);
    if (isSeq(node)) {
      return node.items.map((entry, index) => {
        const below = join(path, String(index));
        remember(reading.at, below, (entry as Node).range?.[0]);
        return walk(entry as Node, below, depth + 1);
      });
    }
    if (!isScalar(node)) return '';
    // A comment has a space after its mark; without one, it was meant as text, and would be lost.
    if (node.comment && !node.comment.startsWith(' ')) {
      findings.push(complain('hash', placeAt(text.indexOf('#', node.range?.[1])), `#${node.comment.slice(0, 30)}`));
    }
    if (node.type === 'BLOCK_LITERAL') reading.literals.add(path);
    if (node.type === 'BLOCK_LITERAL' || node.type === 'BLOCK_FOLDED') rememberBlock(node.range?.[0] ?? 0, path);
    else remember(reading.at, path, node.range?.[0]);
    return typeof node.value === 'string' ? node.value : '';
  };

  const readMap = (pairs: readonly Pair<Node, Node | null>[], path: string, depth: number): YamlValue => {
    const map: Record<string, YamlValue> = Object.create(null);
    for (const { key, value } of pairs) {
      const name = isScalar(key) ? String(key.value) : '';
      if (forbiddenKeys.has(name)) {
        findings.push(complain('forbidden-key', placeAt(key.range?.[0] ?? 0), name));
        continue;
      }
      const below = join(path, name);
      remember(reading.keys, below, key.range?.[0]);
      remember(reading.at, below, key.range?.[0]);
      map[name] = walk(value, below, depth + 1);
    }
    return map;
  };

  const remember = (places: Places, path: string, offset: number | undefined) => {
    if (offset === undefined) return;
    const { line, col } = lines.linePos(offset);
    places[path] = [line, col];
  };

  const rememberBlock = (offset: number, path: string) => {
    const { line } = lines.linePos(offset);
    const firstLine = text.split('\n', line + 1)[line] ?? '';
    const indent = firstLine.length - firstLine.trimStart().length;
    reading.at[path] = [line + 1, indent + 1];
    reading.blocks[path] = indent;
  };

  const value = walk(document.contents as Node | null, '', 0);
  return findings.length > 0 ? result() : result(value);
}

type Places = Record<string, [number, number]>;

function join(path: string, name: string): string {
  return path === '' ? name : `${path}.${name}`;
}

function parse(text: string, lineCounter: LineCounter) {
  try {
    return parseDocument(text, {
      version: '1.2',
      schema: 'failsafe',
      strict: true,
      stringKeys: true,
      uniqueKeys: true,
      merge: false,
      prettyErrors: false,
      lineCounter,
    });
  } catch (error) {
    // The parser recurses, so a few thousand brackets exhaust the stack long before they exhaust the size limit.
    if (error instanceof RangeError) return 'too deep';
    throw error;
  }
}

function complain(what: keyof typeof complaints, place: Place, name = ''): Finding {
  const { words, fix } = complaints[what];
  return { rule: `content/yaml-${what}`, severity: 'error', place, words: words.replace('%', name), fix };
}

const complaints = {
  'too-deep': {
    words: 'The settings are nested too deeply.',
    fix: 'Write them flatter; the shapes are in docs/files.md.',
  },
  alias: {
    words: 'Anchors (&name) and aliases (*name) are not read.',
    fix: 'Write the value out, or put it in quotes if it is meant to begin with & or *.',
  },
  hash: {
    words: 'From “%” on, this is a comment, and would be left out.',
    fix: 'Put the whole value in quotes ("…"), or a space after the # if it is a comment.',
  },
  'forbidden-key': { words: '“%” cannot be the name of a setting.', fix: 'Remove it.' },
} satisfies Record<string, YamlComplaint>;
