import type { ShownIssue, ShownItem } from '../../../model/workbench.js';
import { dayWords, shortDayWords, timeWords } from '../words.js';
import type { Draggable } from './use-drag.js';

export type ItemCardProps = {
  readonly item: ShownItem;
  readonly issue: ShownIssue;
  readonly isFirst: boolean;
  readonly isLast: boolean;
  readonly drag: Draggable;
  readonly move: (by: 1 | -1) => void;
  readonly pin: () => void;
  readonly leaveOut: () => void;
  readonly open: () => void;
  readonly point: () => void;
};

/** An item in its place: when it closes, where it ran, its links, and what can be done with it. */
export function ItemCard(props: ItemCardProps) {
  const { item, issue, isFirst, isLast, drag, move, pin, leaveOut, open, point } = props;
  const press = (event: KeyboardEvent) => {
    const by = event.altKey ? { ArrowUp: -1 as const, ArrowDown: 1 as const }[event.key] : undefined;
    if (by === undefined) return;
    move(by);
    event.preventDefault();
  };
  return (
    <li class={`item ${drag.look}`} tabIndex={-1} data-item={item.id} {...drag.target}>
      <div class="grip" aria-hidden="true" title="Drag to move" {...drag.handle}>
        ⠿
      </div>
      <div class="about">
        <h4>
          {item.title} {item.isPinned && <span class="mark">Pinned</span>}
        </h4>
        {item.deadline !== undefined && <Closes deadline={item.deadline} sendsAt={issue.sendsAt} />}
        {item.ranBefore.length > 0 && (
          <p>Ran in {item.ranBefore.map((one) => `${one.publication} of ${shortDayWords(one.date)}`).join(', ')}</p>
        )}
        {item.links.length > 0 && (
          <details>
            <summary>{item.links.length === 1 ? 'One link' : `${item.links.length} links`}</summary>
            <ul>
              {item.links.map(({ url, text }) => (
                <li key={url}>
                  {text}: <span class="url">{url}</span>
                </li>
              ))}
            </ul>
          </details>
        )}
        <div class="deeds">
          <button type="button" onClick={point}>
            Show
          </button>
          <button type="button" onClick={pin}>
            {item.isPinned ? 'Unpin' : 'Pin'}
          </button>
          <button type="button" onClick={leaveOut}>
            Leave out
          </button>
          <button type="button" onClick={open}>
            Edit
          </button>
        </div>
      </div>
      <div class="arrows">
        <button
          type="button"
          aria-label={`Move “${item.title}” up`}
          disabled={isFirst}
          onClick={() => move(-1)}
          onKeyDown={press}
        >
          <span aria-hidden="true">↑</span>
        </button>
        <button
          type="button"
          aria-label={`Move “${item.title}” down`}
          disabled={isLast}
          onClick={() => move(1)}
          onKeyDown={press}
        >
          <span aria-hidden="true">↓</span>
        </button>
      </div>
    </li>
  );
}

/** How long readers have, counted from when they get it. */
function Closes({ deadline, sendsAt }: { deadline: string; sendsAt: string }) {
  const hours = (Date.parse(`${wholeTime(deadline)}Z`) - Date.parse(`${sendsAt}Z`)) / 3_600_000;
  const when = `${dayWords(deadline)}${deadline.length > 10 ? `, ${timeWords(deadline)}` : ''}`;
  const left =
    hours < 0
      ? 'before it is sent'
      : hours < 48
        ? `${Math.floor(hours)} hours after it is sent`
        : `${Math.floor(hours / 24)} days after it is sent`;
  return (
    <p class={hours < 48 ? 'closes is-soon' : 'closes'}>
      Closes {when}: {left}
    </p>
  );
}

/** A bare date means its end. */
function wholeTime(wall: string): string {
  return wall.length > 10 ? wall : `${wall}T23:59`;
}
