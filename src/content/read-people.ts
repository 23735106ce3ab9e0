import type { Finding } from '../model/finding.js';
import type { Persona, Tester } from '../model/persona.js';
import { placeOf, type Source } from '../model/place.js';
import type { TextFile } from '../model/text-file.js';
import { present, type Reading } from './reading.js';
import { personasShape, testersShape } from './schema/audience.js';
import { readSettings } from './settings.js';

/** Reads audiences/personas.yaml. */
export function readPersonas(file: TextFile): Reading<readonly Persona[]> {
  const settings = readSettings(file, personasShape);
  if (!settings.value) return { findings: settings.findings };
  const { source } = settings.yaml;
  const value = settings.value.personas.map(
    ({ fields = {}, facets = {}, ...persona }, index) =>
      ({ ...present(persona), source, index, fields, facets: present(facets) }) as Persona,
  );
  const ids = value.map(({ id }) => id);
  return { value, findings: twice(ids, 'personas', 'id', source) };
}

/** Reads audiences/testers.yaml. */
export function readTesters(file: TextFile): Reading<readonly Tester[]> {
  const settings = readSettings(file, testersShape);
  if (!settings.value) return { findings: settings.findings };
  const { source } = settings.yaml;
  const value = settings.value.testers.map((tester, index) => ({ ...present(tester), source, index }) as Tester);
  const addresses = value.map(({ address }) => address.toLowerCase());
  return { value, findings: twice(addresses, 'testers', 'address', source) };
}

/** Of a list in which nothing may be named twice, what is. The names themselves are not told: some are addresses. */
function twice(names: readonly string[], list: string, setting: string, source: Source): Finding[] {
  return names.flatMap((name, index) =>
    names.indexOf(name) === index
      ? []
      : [
          {
            rule: 'content/person-twice',
            severity: 'error' as const,
            place: placeOf(source, `${list}.${index}.${setting}`),
            words: `This ${setting} is in the list already.`,
            fix: 'Keep one of the two.',
          },
        ],
  );
}
