const segmenter = new Intl.Segmenter('en-GB', { granularity: 'grapheme' });

/** The letters of a text as a reader counts them: a letter with its accents is one. */
export function lettersOf(text: string): readonly string[] {
  return Array.from(segmenter.segment(text), ({ segment }) => segment);
}

export type Cut = {
  /** What is left, with an ellipsis if something is lost. */
  readonly shown: string;
  /** What nobody sees; empty if it all fits. */
  readonly lost: string;
};

/** A text in the room for so many letters; the ellipsis takes one of them. */
export function cutTo(text: string, room: number): Cut {
  const letters = lettersOf(text.trim());
  if (letters.length <= room) return { shown: letters.join(''), lost: '' };
  if (room <= 1) return { shown: '', lost: letters.join('') };
  const kept = letters
    .slice(0, room - 1)
    .join('')
    .trimEnd();
  return { shown: `${kept}…`, lost: letters.join('').slice(kept.length).trim() };
}

/** The beginning of a text, as far as whole words go. */
export function beginningOf(text: string, room: number): string {
  const { shown, lost } = cutTo(text, room);
  const space = shown.lastIndexOf(' ');
  return lost === '' || space < room / 2 ? shown : `${shown.slice(0, space).replace(/[,;:.–-]$/, '')} …`;
}
