import { Document, isCollection, isScalar, Scalar, visit } from 'yaml';

/** What a setting can be set to. Everything is text in a file: `true` and `5` are written as they are. */
export type SettingValue =
  | string
  | number
  | boolean
  | readonly SettingValue[]
  | { readonly [name: string]: SettingValue | undefined };

/** One setting of a file, with what is said above it; without a value, only what is said. */
export type Setting = {
  readonly name: string;
  readonly value?: SettingValue | undefined;
  /** Lines of it become lines of a comment. */
  readonly comment?: string | undefined;
};

/**
 * Settings as a person would write them in YAML: in this order, comments above, short lists and groups on one line.
 * Settings without value and comment are left out.
 */
export function settingsText(settings: readonly Setting[]): string {
  return settings.map(settingText).join('');
}

/** A file of front matter and text: an item, an issue, a translation. */
export function frontMatterFile(schema: string, settings: readonly Setting[], body: string): string {
  const text = body.trim();
  return `---\n${schemaLine(schema)}${settingsText(settings)}---\n${text === '' ? '' : `\n${text}\n`}`;
}

/** A file of settings alone: a publication, an audience, mailout.yaml. */
export function settingsFile(schema: string, settings: readonly Setting[]): string {
  return `${schemaLine(schema)}${settingsText(settings)}`;
}

/** What makes editors complete settings. The path is relative to the file: "../../.mailout/schemas/item.json". */
function schemaLine(schema: string): string {
  return `# yaml-language-server: $schema=${schema}\n`;
}

function settingText({ name, value, comment }: Setting): string {
  const said = comment === undefined ? '' : comment.replace(/^.*$/gm, (line) => `# ${line}`.trimEnd()).concat('\n');
  if (value === undefined) return said;
  const document = new Document({ [name]: asText(value) }, { schema: 'failsafe' });
  visit(document, {
    Scalar: (_at, node) => {
      const type = typeof node.value === 'string' ? formOf(node.value) : undefined;
      if (type) node.type = type;
    },
    Seq: (_at, node) => {
      // All groups of a list look alike.
      const groups = node.items.filter(isCollection);
      const areShort = groups.every(isShort);
      for (const group of groups) group.flow = areShort;
    },
    Pair: (_at, { value }) => {
      if (isCollection(value)) value.flow = isShort(value);
    },
  });
  return `${said}${document.toString({ lineWidth: 112, flowCollectionPadding: true })}`;
}

/** How a text is written that would be wrong or hard to read as it is. */
function formOf(text: string): Scalar.Type | undefined {
  if (text === '' || /[\p{Cc}\u2028\u2029]/u.test(text.replaceAll('\n', '')) || /^\s|\s$/.test(text)) {
    return Scalar.QUOTE_DOUBLE;
  }
  if (text.includes('\n')) return Scalar.BLOCK_LITERAL;
  return text.length > 100 ? Scalar.BLOCK_FOLDED : undefined;
}

/** The failsafe schema, by which files are read, knows text only. */
function asText(value: SettingValue): unknown {
  if (isList(value)) return value.map(asText);
  if (typeof value !== 'object') return String(value);
  const parts = Object.entries(value).flatMap(([name, part]) => (part === undefined ? [] : [[name, asText(part)]]));
  return Object.fromEntries(parts);
}

function isList(value: SettingValue): value is readonly SettingValue[] {
  return Array.isArray(value);
}

function isShort(node: unknown): boolean {
  const length = lengthOf(node);
  return length !== undefined && length <= 90;
}

/** How long a list or group is on one line, if everything in it can be. */
function lengthOf(node: unknown): number | undefined {
  if (isScalar(node)) {
    const text = String(node.value);
    return text.includes('\n') ? undefined : text.length;
  }
  if (!isCollection(node)) return 0;
  const parts = node.items.map((item) =>
    isPair(item) ? sum([lengthOf(item.key), lengthOf(item.value)]) : isCollection(item) ? undefined : lengthOf(item),
  );
  const total = sum(parts);
  return total === undefined ? undefined : total + parts.length * 4;
}

function isPair(item: unknown): item is { readonly key: unknown; readonly value: unknown } {
  return typeof item === 'object' && item !== null && 'key' in item && 'value' in item && !isScalar(item);
}

function sum(lengths: readonly (number | undefined)[]): number | undefined {
  return lengths.reduce(
    (total, length) => (total === undefined || length === undefined ? undefined : total + length),
    0,
  );
}
