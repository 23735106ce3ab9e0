import type { CsvDelimiter, PeopleSource, SourceKind } from '../model/audience.js';
import type { Finding } from '../model/finding.js';
import { placeOf, type Source } from '../model/place.js';
import { isInside } from '../model/workspace-path.js';
import { present, type Reading } from './reading.js';
import type { AudienceShape } from './schema/audience.js';

type SourceShape = NonNullable<AudienceShape['source']>;
type Setting = Exclude<keyof SourceShape, 'kind'>;

/** What each kind of source must have and may have. */
const settingsOf: { readonly [kind in SourceKind]: { readonly needs: readonly Setting[]; readonly has: Setting[] } } = {
  csv: { needs: ['file'], has: ['encoding', 'delimiter'] },
  xlsx: { needs: ['file'], has: ['sheet'] },
  postgres: { needs: ['query'], has: ['connection'] },
  sendgrid: { needs: [], has: ['list', 'segment'] },
  invented: { needs: ['count'], has: ['seed'] },
};

const delimiters: Readonly<Record<NonNullable<SourceShape['delimiter']>, CsvDelimiter>> = {
  comma: ',',
  semicolon: ';',
  tab: '\t',
};

/** Where the people of an audience are, from its setting "source", or what is wrong with that. */
export function readPeopleSource(shape: SourceShape | undefined, source: Source): Reading<PeopleSource> {
  if (!shape) return { findings: [] };
  const findings = complaints(shape, source);
  return findings.length > 0 ? { findings } : { value: toSource(shape), findings };
}

function toSource({ kind, delimiter, ...shape }: SourceShape): PeopleSource {
  const given = present({ ...shape, delimiter: delimiter && delimiters[delimiter] });
  const standard = kind === 'postgres' ? { connection: 'MAILOUT_PEOPLE' } : kind === 'invented' ? { seed: 1 } : {};
  return { kind, ...standard, ...given } as PeopleSource;
}

function complaints(shape: SourceShape, source: Source): Finding[] {
  const findings: Finding[] = [];
  const say = (rule: string, setting: string, words: string, fix: string) => {
    const place = placeOf(source, setting === '' ? 'source' : `source.${setting}`);
    findings.push({ rule: `content/${rule}`, severity: 'error', place, words, fix });
  };
  const { kind, file, list, segment } = shape;
  const { needs, has } = settingsOf[kind];
  for (const setting of needs) {
    if (shape[setting] === undefined) {
      say('missing-setting', '', `“${setting}” is missing here.`, `A source of kind “${kind}” needs it.`);
    }
  }
  for (const setting of Object.keys(present(shape)) as (keyof SourceShape)[]) {
    if (setting === 'kind' || needs.includes(setting) || has.includes(setting)) continue;
    say('wrong-source-setting', setting, `A source of kind “${kind}” has no “${setting}”.`, 'Leave it out.');
  }
  if (kind === 'sendgrid' && (list === undefined) === (segment === undefined)) {
    const words = list === undefined ? 'There is neither a list nor a segment.' : 'There is both a list and a segment.';
    say('list-or-segment', '', words, 'Write either “list:” or “segment:”, with its id.');
  }
  if (file !== undefined && !isInside(file)) {
    say(
      'path-outside',
      'file',
      'This path leads out of the workspace.',
      'Write it from the top of the workspace, like audiences/private/members.csv.',
    );
  }
  return findings;
}
