import { useMemo } from 'preact/hooks';
import { counted } from '../../words.js';
import { type Heard, heardIn } from './heard.js';
import { beginningOf } from './letters.js';
import './views-style.js';
import { outlineOf } from './outline.js';
import { parsed } from './parsed.js';

/** The headings of the edition, and everything that a screen reader meets in it, in order. */
export function Order({ html }: { readonly html: string }) {
  const heard = useMemo(() => heardIn(parsed(html)), [html]);
  const outline = useMemo(() => outlineOf(heard), [heard]);
  return (
    <div class="view order">
      <div class="order-part">
        <h2>Headings</h2>
        <p class="view-note">
          {outline.troubles.length === 0
            ? `${counted(outline.headings.length, 'heading')}, each under the one that it belongs to.`
            : outline.troubles.join(' ')}
        </p>
        <ol role="list" class="outline">
          {outline.headings.map((heading, index) => (
            <li key={index} class={`level-${heading.level}`}>
              <span class="order-kind">Level {heading.level}</span>
              <span class="order-words" lang={heading.lang} dir="auto">
                {heading.words}
              </span>
              {heading.trouble && <span class="order-trouble">{heading.trouble}</span>}
            </li>
          ))}
        </ol>
      </div>
      <div class="order-part">
        <h2>Read out</h2>
        <p class="view-note">
          What a screen reader meets, from the first to the last. Tables that only lay out are left out.
        </p>
        <ol role="list" class="heard">
          {heard.map((thing, index) => (
            <li key={index} class={`is-${thing.kind}`}>
              <span class="order-kind">{kindWords(thing)}</span>
              <span class="order-words" lang={thing.lang} dir="auto">
                {beginningOf(thing.words, longest)}
              </span>
              {thing.trouble && <span class="order-trouble">{thing.trouble}</span>}
            </li>
          ))}
        </ol>
      </div>
    </div>
  );
}

/** A paragraph is known by its beginning. */
const longest = 120;

const kinds: Readonly<Record<Heard['kind'], string>> = {
  heading: 'Heading',
  text: 'Text',
  list: 'List',
  entry: 'List entry',
  quotation: 'Quotation',
  table: 'Table',
  link: 'Link',
  picture: 'Picture',
  line: 'Line',
  language: 'Language',
  preheader: 'Hidden preheader',
  hidden: 'Hidden',
  frame: 'Email',
};

function kindWords({ kind, level }: Heard): string {
  return level === undefined ? kinds[kind] : `${kinds[kind]} ${level}`;
}
