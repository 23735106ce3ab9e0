import { useMemo } from 'preact/hooks';
import { counted } from '../../words.js';
import { lettersOf } from './letters.js';
import './views-style.js';

/** RFC 5322, 2.1.1: the longest that a line should be. */
const columns = 78;

/** The plain text of the edition, as a program without HTML shows it. Addresses in it lead nowhere from here. */
export function PlainText({ text }: { readonly text: string }) {
  const lines = useMemo(() => text.replace(/\n$/, '').split('\n'), [text]);
  const isLong = (line: string) => lettersOf(line).length > columns;
  const long = lines.filter(isLong).length;
  return (
    <div class="view plain">
      <p class="view-note">
        {counted(lines.length, 'line')}.{' '}
        {long === 0
          ? `None is longer than ${columns} characters.`
          : `${counted(long, 'line is', 'lines are')} longer than ${columns} characters: they are marked, and some programs break them where they like.`}
      </p>
      <pre class="plain-text">
        {lines.map((line, index) => (
          <span key={index} class={isLong(line) ? 'plain-line is-long' : 'plain-line'} dir="auto">
            {isLong(line) && <span class="said-only">Long line: </span>}
            {`${line}\n`}
          </span>
        ))}
      </pre>
    </div>
  );
}
