import { useEffect, useId, useState } from 'preact/hooks';

export type TextFieldProps = {
  readonly name: string;
  /** What the editor wrote herself, if she did. */
  readonly chosen: string | undefined;
  /** What there is now. */
  readonly fromPattern: string;
  /** What to say of a length, in letters. */
  readonly advice: (length: number) => string;
  /** `undefined` goes back to the newsletter’s pattern. */
  readonly save: (text: string | undefined) => void;
};

/** A text that the newsletter’s pattern gives until the editor writes her own; saved by Enter, or by leaving it. */
export function TextField({ name, chosen, fromPattern, advice, save }: TextFieldProps) {
  const id = useId();
  const there = chosen ?? fromPattern;
  const [text, setText] = useState(there);
  // What was saved elsewhere is shown; what is being written here stays until it is saved.
  useEffect(() => setText(there), [there]);
  const length = [...text.trim()].length;
  const keep = () => {
    const trimmed = text.trim();
    if (trimmed === '') setText(there);
    else if (trimmed !== there) save(trimmed);
  };
  return (
    <div class="text-field">
      <label for={id}>{name}</label>
      <input
        id={id}
        type="text"
        value={text}
        aria-describedby={`${id}-advice`}
        onInput={(event) => setText(event.currentTarget.value)}
        onBlur={keep}
        onKeyDown={(event) => {
          if (event.key === 'Enter') keep();
          if (event.key === 'Escape') {
            setText(there);
            event.stopPropagation();
          }
        }}
      />
      <p class="advice" id={`${id}-advice`}>
        {length} characters: {advice(length)}.{' '}
        {chosen === undefined ? 'From the newsletter’s pattern, until you write your own.' : 'Your own words.'}
      </p>
      {chosen !== undefined && (
        <button type="button" onClick={() => save(undefined)}>
          Back to the pattern
        </button>
      )}
    </div>
  );
}
