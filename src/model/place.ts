/** A spot in a file that an editor can jump to. `file` is relative to the workspace, lines and columns count from 1. */
export type Place = {
  readonly file: string;
  readonly line: number;
  readonly column: number;
};

/**
 * Where the values of one file were written: `at` maps a dotted path ("actions.0.url") to its line and column.
 * Plain data, so that it can be kept in a cache.
 */
export type Source = {
  readonly file: string;
  readonly at: Readonly<Record<string, readonly [line: number, column: number]>>;
};

/** The place of a value, or of the nearest parent that has one, or the top of the file. */
export function placeOf(source: Source, path = ''): Place {
  for (let key = path; key !== ''; key = key.slice(0, Math.max(key.lastIndexOf('.'), 0))) {
    const at = source.at[key];
    if (at) return { file: source.file, line: at[0], column: at[1] };
  }
  return { file: source.file, line: 1, column: 1 };
}
