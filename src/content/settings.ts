import type * as z from 'zod/mini';
import type { Finding } from '../model/finding.js';
import type { TextFile } from '../model/text-file.js';
import { type Cut, cutFrontMatter } from './front-matter.js';
import { readShape } from './read-shape.js';
import { strayCharacters } from './stray-characters.js';
import { readYaml, type YamlReading } from './yaml.js';

/** The settings of a file in the shape of its kind, and where each was written. */
type Settings<Shape> = { readonly value: Shape; readonly yaml: YamlReading };
type Complaints = { readonly value?: undefined; readonly findings: readonly Finding[] };

/** Reads a file that is settings and nothing else. */
export function readSettings<T extends z.ZodMiniType>(file: TextFile, shape: T): Settings<z.output<T>> | Complaints {
  const stray = strayCharacters(file);
  return stray.length > 0 ? { findings: stray } : inShape(readYaml(file.path, file.text), shape);
}

/** Reads a file that has settings in front of a text. */
export function readFrontMatter<T extends z.ZodMiniType>(
  file: TextFile,
  shape: T,
): (Settings<z.output<T>> & { readonly cut: Cut }) | Complaints {
  const stray = strayCharacters(file);
  if (stray.length > 0) return { findings: stray };
  const { cut, findings } = cutFrontMatter(file);
  if (!cut) return { findings };
  const settings = inShape(readYaml(file.path, cut.yaml), shape);
  return 'findings' in settings ? settings : { ...settings, cut };
}

function inShape<T extends z.ZodMiniType>(yaml: YamlReading, shape: T): Settings<z.output<T>> | Complaints {
  const { value, findings } = readShape(yaml, shape);
  return value === undefined ? { findings } : { value, yaml };
}
