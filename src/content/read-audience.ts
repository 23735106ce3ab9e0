import type { Audience, ColumnMapping, PeopleSource } from '../model/audience.js';
import { facetNames, type ReaderFacets } from '../model/facets.js';
import type { Finding } from '../model/finding.js';
import { placeOf, type Source } from '../model/place.js';
import { suggestion } from '../model/suggest.js';
import type { TextFile } from '../model/text-file.js';
import { readPeopleSource } from './people-source.js';
import { present, type Reading } from './reading.js';
import { type AudienceShape, audienceShape } from './schema/audience.js';
import { readSettings } from './settings.js';

/** Reads audiences/<id>.yaml. */
export function readAudience(id: string, file: TextFile): Reading<Audience> {
  const settings = readSettings(file, audienceShape);
  if (!settings.value) return { findings: settings.findings };
  const { source } = settings.yaml;
  const people = readPeopleSource(settings.value.source, source);
  const audience = toAudience(id, settings.value, source, people.value);
  return { value: audience, findings: [...people.findings, ...contradictions(audience, settings.value)] };
}

function toAudience(
  id: string,
  { translations = {}, fields = [], facets = {}, ...shape }: AudienceShape,
  source: Source,
  people: PeopleSource | undefined,
): Audience {
  return {
    ...present({ template: shape.template, basis: shape.basis, size: shape.size, people }),
    ...present({ unsubscribeGroup: shape['unsubscribe-group'] }),
    id,
    source,
    title: shape.title,
    why: shape.why,
    translations,
    fields: fields.map(present),
    facets: present(facets),
    environment: shape.environment ?? (people?.kind === 'invented' ? 'test' : 'live'),
    columns: people?.kind === 'invented' ? inventedColumns(fields, facets) : columnsOf(shape.columns, fields, facets),
    change: shape.change ?? 20,
  } as Audience;
}

/** Of what invented people have, what the audience has. */
function inventedColumns(
  fields: NonNullable<AudienceShape['fields']>,
  values: NonNullable<AudienceShape['facets']>,
): ColumnMapping {
  const known = ['first_name', 'last_name', 'district'];
  return {
    email: 'email',
    fields: fields.filter(({ name }) => known.includes(name)).map((field) => present({ ...field, column: field.name })),
    facets: Object.fromEntries(
      facetNames.filter((name) => values[name]?.length !== 1).map((name) => [name, { column: name }]),
    ),
    everybody: commonTo(values, {}),
  } as ColumnMapping;
}

function columnsOf(
  columns: AudienceShape['columns'],
  fields: NonNullable<AudienceShape['fields']>,
  values: NonNullable<AudienceShape['facets']>,
): ColumnMapping {
  const mapped = Object.entries(columns?.fields ?? {}).map(([name, column]) => {
    const fallback = fields.find((field) => field.name === name)?.fallback;
    return present({ name, column, fallback });
  });
  const facets = Object.entries(present(columns?.facets ?? {})).map(([name, { column, values, fallback }]) => {
    const meanings = values && Object.entries(values).map(([written, value]) => [written, meaning(value)] as const);
    return [name, present({ column, values: meanings && Object.fromEntries(meanings), fallback })];
  });
  return {
    email: columns?.email ?? 'email',
    fields: mapped,
    facets: Object.fromEntries(facets),
    everybody: commonTo(values, columns?.facets ?? {}),
  } as ColumnMapping;
}

/** What has one value only is the value of all: an audience of officers needs no column that says so. */
function commonTo(values: NonNullable<AudienceShape['facets']>, mapped: object): ReaderFacets {
  const common = facetNames.flatMap((name) => {
    const [only, ...others] = values[name] ?? [];
    return only === undefined || others.length > 0 || name in mapped ? [] : [[name, only]];
  });
  return Object.fromEntries(common);
}

/** The word for having no value of a facet. */
const noValue = 'none';

function meaning(value: string): string | null {
  return value === noValue ? null : value;
}

function contradictions(audience: Audience, shape: AudienceShape): Finding[] {
  const findings: Finding[] = [];
  const say = (rule: string, path: string, words: string, fix: string) =>
    findings.push({ rule: `content/${rule}`, severity: 'error', place: placeOf(audience.source, path), words, fix });
  const { people, environment, size } = audience;

  if (people?.kind === 'invented' && environment === 'live') {
    say('invented-live', 'environment', 'Invented people are no live audience.', 'Write “environment: test”.');
  }
  if (people && people.kind !== 'invented' && !shape.columns) {
    say(
      'no-columns',
      'source',
      'Nothing says which column of the source has the addresses.',
      'Write “columns:”, and below it “email:” with the name of the column, and those of fields and facets.',
    );
  }
  if (people?.kind === 'invented' && shape.columns) {
    say('columns-of-invented', 'columns', 'Invented people have columns of their own.', 'Leave “columns” out.');
  }
  const declared = audience.fields.map(({ name }) => name);
  for (const name of Object.keys(shape.columns?.fields ?? {})) {
    if (declared.includes(name)) continue;
    say(
      'undeclared-field',
      `columns.fields.${name}`,
      `“${name}” is none of the audience’s fields.`,
      declared.length > 0 ? suggestion(name, declared) : 'Declare it under “fields”.',
    );
  }
  for (const { name, fallback } of people ? audience.fields : []) {
    if (fallback !== undefined || audience.columns.fields.some((field) => field.name === name)) continue;
    say(
      'field-of-nobody',
      'fields',
      `The field “${name}” has neither a column nor a fallback, so it would be blank for everybody.`,
      'Name its column below “columns”, under “fields”, or give it a fallback.',
    );
  }
  if (size && size.until < size.from) {
    say('size-band', 'size', '“until” is less than “from”, so no number of people would do.', 'Swap the two.');
  }
  return findings;
}
