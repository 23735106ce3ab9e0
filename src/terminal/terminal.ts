import pc from 'picocolors';

/** Where a command speaks: results on `out`, words and progress on `err`. */
export type Terminal = {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  /** Colours for each stream; they do nothing where the stream is no terminal. */
  readonly onOut: Colours;
  readonly onErr: Colours;
  /** Whether somebody watches the progress, so that a line may be rewritten. */
  readonly isLive: boolean;
};

export type Colours = Pick<ReturnType<typeof pc.createColors>, 'bold' | 'dim' | 'red' | 'green' | 'yellow' | 'cyan'>;

/** For words that no terminal shows. */
export const noColours: Colours = pc.createColors(false);

export type Stream = { readonly isTTY?: boolean; write(text: string): unknown };

/**
 * A terminal over two streams. Colour only on a terminal and without NO_COLOR (no-color.org); FORCE_COLOR overrides
 * the first.
 */
export function createTerminal(
  stdout: Stream,
  stderr: Stream,
  env: Readonly<Record<string, string | undefined>>,
): Terminal {
  const colours = (stream: Stream) => {
    const isForced = env.FORCE_COLOR !== undefined && env.FORCE_COLOR !== '0';
    const wanted = isForced || (stream.isTTY === true && env.TERM !== 'dumb' && env.FORCE_COLOR !== '0');
    return pc.createColors(wanted && !env.NO_COLOR);
  };
  return {
    out: (text) => stdout.write(text),
    err: (text) => stderr.write(text),
    onOut: colours(stdout),
    onErr: colours(stderr),
    isLive: stderr.isTTY === true && env.CI === undefined,
  };
}
