import * as z from 'zod/mini';
import type { Finding } from '../model/finding.js';
import { type Place, placeOf } from '../model/place.js';
import { didYouMean, suggestion } from '../model/suggest.js';
import { elsewhere } from './schema/values.js';
import type { YamlReading } from './yaml.js';

type Issue = z.core.$ZodIssue;

/**
 * Holds what was read against the shape of its file. Gives the typed value, or every complaint at once, each at the
 * place of its value; a misspelt setting is one complaint, not also a missing one.
 */
export function readShape<T extends z.ZodMiniType>(
  reading: YamlReading,
  shape: T,
): { readonly value?: z.output<T>; readonly findings: readonly Finding[] } {
  if (reading.value === undefined) return { findings: reading.findings };
  const empty = reading.value === '' ? Object.create(null) : reading.value;
  const result = z.safeParse(shape, empty);
  if (result.success) return { value: result.data, findings: [] };
  return { findings: complaints(result.error.issues, reading, shape) };
}

function complaints(issues: readonly Issue[], reading: YamlReading, shape: z.ZodMiniType): Finding[] {
  const missing = new Set(issues.filter((issue) => isMissing(issue, reading)).map((issue) => pathOf(issue.path)));
  const unknown = issues.flatMap((issue) =>
    issue.code === 'unrecognized_keys' ? issue.keys.map((key) => ({ key, path: pathOf(issue.path) })) : [],
  );
  const findings = unknown.map(({ key, path }) => {
    const known = keysAt(shape, path);
    const absent = known.filter((name) => missing.has(join(path, name)));
    // A setting that is missing is likelier to be meant than one that is there, or that nobody needs.
    const meant = didYouMean(key, absent) ?? (absent.length === 1 && isNear(key, absent[0]) ? absent[0] : undefined);
    if (meant) missing.delete(join(path, meant));
    const place = keyPlace(reading, join(path, key));
    if (key.includes(':')) return finding('unknown-setting', place, 'There is no space after the colon.', spaceFix);
    if (!/^[a-z-]+$/.test(key) && valueAt(reading, [...path.split('.').filter(Boolean), key]) === '')
      return finding('unknown-setting', place, commaWords, commaFix);
    const there = path === '' ? insteadOf(key, shape) : undefined;
    return finding('unknown-setting', place, `There is no setting called “${key}” here.`, {
      fix: there ?? (meant ? `Did you mean “${meant}”?` : suggestion(key, known)),
    });
  });
  for (const issue of issues) {
    if (issue.code === 'unrecognized_keys') continue;
    if (isMissing(issue, reading) && !missing.has(pathOf(issue.path))) continue;
    findings.push(...wordsFor(issue, reading));
  }
  return findings;
}

function insteadOf(key: string, shape: z.ZodMiniType): string | undefined {
  const known = elsewhere.get(shape) ?? {};
  return Object.hasOwn(known, key) ? known[key] : undefined;
}

/** Words that became a setting without a value: what follows a comma in curly brackets. */
const commaWords = 'In curly brackets a comma ends a value, and what follows is taken for a setting.';
const commaFix = { fix: 'Put the words in quotes: { text: "One, two" }.' };
const spaceFix = { fix: 'Write “name: value”, with a space.' };

function wordsFor(issue: Issue, reading: YamlReading): Finding[] {
  const path = pathOf(issue.path);
  const place = placeOf(reading.source, path);
  const name = String(issue.path.at(-1) ?? '');
  if (isMissing(issue, reading)) {
    const words = `“${name}” is missing${issue.path.length > 1 ? ' here' : ''}.`;
    return [finding('missing-setting', place, words, { fix: `Write a line “${name}: …”.` })];
  }
  const wrongType = (expected: string) =>
    finding('wrong-type', firstPlaceIn(reading, path), `“${name}” should be ${typeWords(expected)}.`, {
      fix: typeFix(expected, name),
    });
  switch (issue.code) {
    case 'invalid_value': {
      const typed = valueAt(reading, issue.path);
      if (typeof typed !== 'string') return [wrongType('string')];
      return [
        finding('unknown-word', place, `“${typed}” cannot stand for “${name}”.`, {
          fix: suggestion(typed, issue.values.map(String)),
        }),
      ];
    }
    case 'invalid_type':
      return [wrongType(issue.expected)];
    case 'invalid_key':
      return [
        finding(
          'bad-key',
          keyPlace(reading, path),
          `“${name}”: ${issue.issues[0]?.message ?? 'this name cannot be used.'}`,
        ),
      ];
    case 'too_small':
      return [finding('too-few', place, `“${name}” is an empty list.`, { fix: 'Give it at least one entry.' })];
    default:
      return [finding('bad-value', place, issue.message)];
  }
}

function finding(what: string, place: Place, words: string, extra: { fix?: string } = {}): Finding {
  return { rule: `content/${what}`, severity: 'error', place, words, ...extra };
}

/** A setting that is not there, or is there without a value. */
function isMissing(issue: Issue, reading: YamlReading): boolean {
  if (issue.code !== 'invalid_type' && issue.code !== 'invalid_value') return false;
  const value = valueAt(reading, issue.path);
  return value === undefined || value === '';
}

function valueAt(reading: YamlReading, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (value, key) => (typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined),
    reading.value,
  );
}

/** The names that the shape has at a path; none where it takes any name. */
function keysAt(shape: z.ZodMiniType, path: string): string[] {
  let schema = z.toJSONSchema(shape, { io: 'input', unrepresentable: 'any' }) as JsonSchema | undefined;
  for (const key of path === '' ? [] : path.split('.')) {
    schema = schema?.properties?.[key] ?? schema?.items ?? asSchema(schema?.additionalProperties);
  }
  return Object.keys(schema?.properties ?? {});
}

type JsonSchema = {
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly items?: JsonSchema;
  readonly additionalProperties?: JsonSchema | boolean;
};

function asSchema(schema: JsonSchema | boolean | undefined): JsonSchema | undefined {
  return typeof schema === 'object' ? schema : undefined;
}

/** Near enough to be the one missing setting: it begins or ends like it. */
function isNear(key: string, name: string | undefined): boolean {
  return name !== undefined && key !== '' && (name.startsWith(key.slice(0, 2)) || name.endsWith(key.slice(-2)));
}

function typeWords(expected: string): string {
  if (expected === 'array') return 'a list';
  return expected === 'string' ? 'a single value' : 'a group of settings';
}

function typeFix(expected: string, name: string): string {
  if (expected === 'array') return `Write it in square brackets, like “${name}: [one, two]”, or one a line after “- ”.`;
  return expected === 'string' ? `Write “${name}: …” on one line.` : `Write its settings indented below “${name}:”.`;
}

/** Where the value of a setting begins, if it has parts: that is where it went wrong. */
function firstPlaceIn(reading: YamlReading, path: string): Place {
  const first = Object.keys(reading.source.at).find((key) => key.startsWith(`${path}.`));
  return placeOf(reading.source, first ?? path);
}

function keyPlace(reading: YamlReading, path: string): Place {
  const at = reading.keys[path];
  return at ? { file: reading.source.file, line: at[0], column: at[1] } : placeOf(reading.source, path);
}

function pathOf(path: readonly PropertyKey[]): string {
  return path.map(String).join('.');
}

function join(path: string, key: string): string {
  return path === '' ? key : `${path}.${key}`;
}
