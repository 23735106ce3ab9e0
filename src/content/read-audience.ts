import type { Audience } from '../model/audience.js';
import type { TextFile } from '../model/text-file.js';
import { readShape } from './read-shape.js';
import { present, type Reading } from './reading.js';
import { audienceShape } from './schema/audience.js';
import { strayCharacters } from './stray-characters.js';
import { readYaml } from './yaml.js';

/** Reads audiences/<id>.yaml. */
export function readAudience(id: string, file: TextFile): Reading<Audience> {
  const stray = strayCharacters(file);
  if (stray.length > 0) return { findings: stray };
  const yaml = readYaml(file.path, file.text);
  const { value, findings } = readShape(yaml, audienceShape);
  if (!value) return { findings };
  const audience = {
    id,
    source: yaml.source,
    title: value.title,
    why: value.why,
    fields: (value.fields ?? []).map(present),
    facets: present(value.facets ?? {}),
  } as Audience;
  return { value: audience, findings: [] };
}
