import type { PeopleSource, SourceKind, SourceOf } from '../../model/audience.js';
import type { Facets } from '../../model/facets.js';
import type { ProviderApi } from '../../model/provider-api.js';
import type { OpenSource } from './source.js';

/** The world as sources see it. */
export type SourceWorld = {
  /** The absolute path of a file of the workspace. */
  readonly pathOf: (file: string) => string;
  /** The value of an environment variable, if it is set. */
  readonly variable: (name: string) => string | undefined;
  /** Throws a Fault where there is no key. */
  readonly provider: () => Promise<ProviderApi>;
  /** The values of facets that invented people can have. */
  readonly facets: Facets;
};

/** Every kind of source. Each is loaded only when an audience uses it. */
const sources = {
  csv: async ({ file, ...settings }, { pathOf }) => {
    const { openCsvFile } = await import('./csv.js');
    return openCsvFile(pathOf(file), file, settings);
  },
  xlsx: async ({ file, ...settings }, { pathOf }) => {
    const { openXlsxFile } = await import('./xlsx.js');
    return openXlsxFile(pathOf(file), file, settings);
  },
  postgres: async (settings, { variable }) => {
    const { openPostgres } = await import('./postgres.js');
    return openPostgres(settings, variable);
  },
  sendgrid: async (settings, { provider }) => {
    const { openSendGrid } = await import('./sendgrid.js');
    return openSendGrid(settings, await provider());
  },
  invented: async (settings, { facets }) => {
    const { openInvented } = await import('./invented.js');
    return openInvented(settings, facets);
  },
} satisfies { readonly [Kind in SourceKind]: (settings: SourceOf<Kind>, world: SourceWorld) => Promise<OpenSource> };

/** Opens the source of an audience. Throws a Fault that says what to do where that cannot be done. */
export function openSource(settings: PeopleSource, world: SourceWorld): Promise<OpenSource> {
  const open = sources[settings.kind] as (settings: PeopleSource, world: SourceWorld) => Promise<OpenSource>;
  return open(settings, world);
}
