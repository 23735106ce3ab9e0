import type { Audience } from '../model/audience.js';
import type { TextFile } from '../model/text-file.js';
import { present, type Reading } from './reading.js';
import { audienceShape } from './schema/audience.js';
import { readSettings } from './settings.js';

/** Reads audiences/<id>.yaml. */
export function readAudience(id: string, file: TextFile): Reading<Audience> {
  const settings = readSettings(file, audienceShape);
  if (!settings.value) return { findings: settings.findings };
  const { value, yaml } = settings;
  const audience = {
    id,
    source: yaml.source,
    title: value.title,
    why: value.why,
    ...(value.template !== undefined && { template: value.template }),
    translations: value.translations ?? {},
    fields: (value.fields ?? []).map(present),
    facets: present(value.facets ?? {}),
  } as Audience;
  return { value: audience, findings: [] };
}
