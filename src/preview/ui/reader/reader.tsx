import type { ShownIssue, Workbench } from '../../../model/workbench.js';
import '../styles/reader.css';
import type { Go, Place } from '../place.js';
import type { Pointed } from '../pointed.js';
import { findingWords } from '../words.js';
import { chosenAt } from './chosen.js';
import { Compared } from './compared.js';
import { EditionFrame } from './edition-frame.js';
import { addressOf, useRead } from './read.js';
import { Tools } from './tools.js';
import { useReaderKeys } from './use-reader-keys.js';
import { ViewChoice } from './view-choice.js';
import { Badge } from './views/badge.js';
import { Inbox } from './views/inbox.js';
import { Order } from './views/order.js';
import { PlainText } from './views/plain-text.js';
import { Source } from './views/source.js';

export type ReaderProps = {
  readonly issue: ShownIssue;
  readonly bench: Workbench;
  readonly place: Place;
  readonly go: Go;
  readonly pointed: Pointed | undefined;
};

/** An open issue as its readers see it. */
export function Reader({ issue, bench, place, go, pointed }: ReaderProps) {
  const chosen = chosenAt(issue, bench.personas, place);
  const { edition, persona } = chosen;
  const read = useRead(edition && addressOf(issue.key, edition.id, 'json', { persona: persona?.id }), edition?.digest);
  useReaderKeys(issue, bench.personas, chosen, place, go);

  if (issue.editions.length === 0) return <Printed issue={issue} />;
  return (
    <section class="reader" aria-label="The edition">
      <Tools issue={issue} personas={bench.personas} chosen={chosen} place={place} go={go} />
      <ViewChoice place={place} go={go} />
      {issue.isStale && <Stale issue={issue} />}
      {!edition ? (
        <p class="nothing">
          {persona?.title} gets no edition of this issue. Choose somebody else, or nobody in particular.
        </p>
      ) : place.against !== undefined ? (
        <Compared key={place.against} issue={issue} edition={edition} against={place.against} place={place} go={go} />
      ) : place.view === 'email' ? (
        <>
          {(place.appearance === 'dark' || place.appearance === 'inverted' || place.appearance === 'no-images') && (
            <Badge of={place.appearance} />
          )}
          <EditionFrame
            address={addressOf(issue.key, edition.id, 'html', {
              persona: persona?.id,
              appearance: place.appearance,
              images: place.remote ? 'remote' : 'local',
            })}
            digest={edition.digest}
            title={`${issue.title} for ${persona ? persona.title : edition.readers}`}
            issue={issue}
            place={place}
            go={go}
            pointed={pointed}
          />
        </>
      ) : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls can be scrolled by keyboard
        <section class="viewed" aria-label="What is shown" tabIndex={0}>
          {read && place.view === 'inbox' && (
            <Inbox issue={issue} edition={edition} subject={read.subject} preheader={read.preheader} />
          )}
          {read && place.view === 'order' && <Order html={read.html} />}
          {read && place.view === 'text' && <PlainText text={read.text} />}
          {read && place.view === 'source' && <Source html={read.html} />}
        </section>
      )}
    </section>
  );
}

function Stale({ issue }: { issue: ShownIssue }) {
  const errors = issue.findings.filter(({ severity }) => severity === 'error');
  return (
    <div class="stale" role="alert">
      <p>
        <strong>Something here cannot be read, so you see the last good edition.</strong>{' '}
        {errors.length === 0 && findingWords(issue.findings)}
      </p>
      <ul role="list">
        {errors.map(({ key, words, fix, place }) => (
          <li key={key}>
            {place && (
              <code>
                {place.file}:{place.line}
              </code>
            )}{' '}
            {words} {fix}
          </li>
        ))}
      </ul>
    </div>
  );
}

function Printed({ issue }: { issue: ShownIssue }) {
  return (
    <section class="reader is-print" aria-label="The copy">
      {issue.isStale && <Stale issue={issue} />}
      <div class="nothing">
        <p>{issue.title} is printed and not mailed, so there is no email to look at.</p>
        <p>
          <code>mailout build {issue.publication}</code> writes its copy for the designers to{' '}
          <code>out/{issue.key}/</code>: a Word file, and the same as Markdown. Its items and what was found are beside
          this.
        </p>
      </div>
    </section>
  );
}
