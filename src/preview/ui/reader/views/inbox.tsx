import type { ShownEdition, ShownIssue } from '../../../../model/workbench.js';
import { counted, shortDayWords, timeWords } from '../../words.js';
import { Badge } from './badge.js';
import { type InboxRow, inboxRows, narrowest } from './inbox-rows.js';
import { lettersOf } from './letters.js';
import './views-style.js';

export type InboxProps = {
  readonly issue: ShownIssue;
  readonly edition: ShownEdition;
  /** As the chosen persona reads them. */
  readonly subject: string;
  readonly preheader: string;
};

/** The edition in the lists of messages of three inboxes, and what they cut off. */
export function Inbox({ issue, edition, subject, preheader }: InboxProps) {
  const rows = inboxRows(issue.sender.name, subject, preheader);
  return (
    <div class="view inboxes">
      {rows.map((row) => (
        <figure key={row.program} class={`inbox is-${row.program}`}>
          <figcaption>
            <h2>{row.name}</h2>
            <Badge of={row.program} />
          </figcaption>
          <Row row={row} issue={issue} lang={edition.lang} scheme="light" />
          <Row row={row} issue={issue} lang={edition.lang} scheme="dark" />
        </figure>
      ))}
      <div class="inbox-losses">
        <h2>What gets lost</h2>
        <Loss rows={rows} of="subject" whole={subject} lang={edition.lang} />
        {preheader.trim() === '' ? (
          <p>There is no preheader: inboxes show the first words of the email in its place.</p>
        ) : (
          <Loss rows={rows} of="preheader" whole={preheader} lang={edition.lang} />
        )}
        <First rows={rows} lang={edition.lang} />
      </div>
    </div>
  );
}

type RowProps = {
  readonly row: InboxRow;
  readonly issue: ShownIssue;
  readonly lang: string;
  readonly scheme: 'light' | 'dark';
};

/** The dark one says the same again, so that only the light one is read out. */
function Row({ row, issue, lang, scheme }: RowProps) {
  return (
    <div class={`inbox-row in-${scheme}`} aria-hidden={scheme === 'dark'}>
      <span class="inbox-sender" dir="auto">
        {row.sender.shown}
      </span>
      <span class="inbox-when">
        {row.program === 'gmail' ? shortDayWords(issue.sendsAt).replace(/^\w+ /, '') : timeWords(issue.sendsAt)}
      </span>
      <span class="inbox-words" lang={lang}>
        <span class="inbox-subject" dir="auto">
          {row.subject.shown}
        </span>
        {row.preheader.shown !== '' && (
          <>
            {row.program === 'gmail' && <span class="inbox-dash"> - </span>}
            <span class="inbox-preheader" dir="auto">
              {row.preheader.shown}
            </span>
          </>
        )}
      </span>
    </div>
  );
}

type LossProps = {
  readonly rows: readonly InboxRow[];
  readonly of: 'subject' | 'preheader';
  readonly whole: string;
  readonly lang: string;
};

function Loss({ rows, of, whole, lang }: LossProps) {
  const row = narrowest(rows, of);
  const length = lettersOf(whole.trim()).length;
  if (!row || row[of].lost === '')
    return (
      <p>
        The {of} is shown whole everywhere ({counted(length, 'character')}).
      </p>
    );
  return (
    <p>
      {row.name} shows least of the {of}: of {counted(length, 'character')},{' '}
      {counted(lettersOf(row[of].lost).length, 'is', 'are')} lost, <Quoted words={`…${row[of].lost}`} lang={lang} />.
    </p>
  );
}

/** What is seen for certain: the least that any of the inboxes shows. */
function First({ rows, lang }: { readonly rows: readonly InboxRow[]; readonly lang: string }) {
  const sender = rows.toSorted((one, other) => one.sender.shown.length - other.sender.shown.length)[0]?.sender.shown;
  const subject = narrowest(rows, 'subject')?.subject.shown;
  return (
    <p>
      What every reader sees first is “{sender}”, then{' '}
      {subject ? <Quoted words={subject} lang={lang} /> : 'no subject at all'}.
    </p>
  );
}

/** With its quotation marks as letters, so that they are copied and read out with it. */
function Quoted({ words, lang }: { readonly words: string; readonly lang: string }) {
  return (
    <>
      “
      <span class="quoted" lang={lang} dir="auto">
        {words}
      </span>
      ”
    </>
  );
}
