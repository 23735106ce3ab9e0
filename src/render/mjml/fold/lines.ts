/** Lines of a message should stay well under the 998 octets that RFC 5322, 2.1.1 allows. */
const preferred = 500;
/** Up to here a run without any place for a line break may go before it is cut with a comment. */
const outermost = 900;
/** A line break that no reader sees, in scripts that have no spaces. */
const hiddenBreak = '<!--\n-->';

/**
 * Where a line may be broken: at a `space`, which becomes the line break; at a `seam`, where white space has no effect;
 * or, where neither comes, inside a run of letters, `hidden` in an empty comment.
 */
export type Gap = 'space' | 'seam' | 'hidden';

export type LineWriter = {
  /** Adds something that stays in one piece. Line breaks in it are kept and begin a new line. */
  put(text: string): void;
  /** Allows a line break between what was put and what comes; for a space, one is written. */
  gap(kind: Gap): void;
  /** Adds text that may be broken at each of its spaces. */
  flow(text: string): void;
  /** All that was added. */
  text(): string;
};

/** Fills lines greedily, counting octets of UTF-8. */
export function createLineWriter(): LineWriter {
  let settled = '';
  /** The line from the last gap on, and the part of it before that is sure to stay on it. */
  let tail = '';
  let tailOctets = 0;
  let lineOctets = 0;
  let gap: Gap | undefined;

  /** Decides on the last gap, now that it is known what comes before the next. */
  const settle = () => {
    if (tail === '') return;
    const space = gap === 'space' ? ' ' : '';
    const limit = gap === 'hidden' ? outermost : preferred;
    if (gap !== undefined && lineOctets > 0 && lineOctets + space.length + tailOctets > limit) {
      settled += gap === 'hidden' ? hiddenBreak : '\n';
      lineOctets = gap === 'hidden' ? '-->'.length : 0;
    } else {
      settled += space;
      lineOctets += space.length;
    }
    const lastBreak = tail.lastIndexOf('\n');
    lineOctets = lastBreak === -1 ? lineOctets + tailOctets : Buffer.byteLength(tail.slice(lastBreak + 1));
    settled += tail;
    tail = '';
    tailOctets = 0;
    gap = undefined;
  };

  const writer: LineWriter = {
    put(text) {
      tail += text;
      tailOctets += Buffer.byteLength(text);
    },
    gap(kind) {
      settle();
      if (gap === undefined || gap === 'hidden' || kind === 'space') gap = kind;
    },
    flow(text) {
      let rest = text;
      for (let end = rest.indexOf(' '); end !== -1; end = rest.indexOf(' ')) {
        writer.put(rest.slice(0, end));
        writer.gap('space');
        rest = rest.slice(end + 1);
        // The line has room for so many octets: all words but the last that fit go in at once.
        const fits = lastSpaceWithin(rest, preferred - lineOctets - 1);
        if (fits > 0) {
          writer.put(rest.slice(0, fits));
          writer.gap('space');
          rest = rest.slice(fits + 1);
        }
      }
      writer.put(rest);
    },
    text() {
      settle();
      return settled;
    },
  };
  return writer;
}

/** The place of the last space before which the text has at most so many octets; -1 if there is none. */
function lastSpaceWithin(text: string, octets: number): number {
  for (let at = text.lastIndexOf(' ', octets); at > 0; at = text.lastIndexOf(' ', at - 1)) {
    if (Buffer.byteLength(text.slice(0, at)) <= octets) return at;
  }
  return -1;
}
