import { useEffect, useState } from 'preact/hooks';
import type { ChoiceChange, ShownItem } from '../../../model/workbench.js';
import { changeIssue, openItem } from '../wire.js';
import { ItemCard } from './item-card.js';
import { moved } from './moved.js';
import type { PanelProps } from './panel-props.js';
import { useDrag } from './use-drag.js';
import { useSteps } from './use-steps.js';

/** The items of an issue, section by section, in the order in which readers get them. */
export function Items({ issue, act, point }: PanelProps) {
  const list = useSteps('.item');
  // What the editor has just moved stands where she put it until the server has it there, too.
  const [wanted, setWanted] = useState<readonly string[]>();
  const [said, say] = useState('');
  useEffect(() => setWanted(undefined), [issue.items]);
  const inSection = (section: string): readonly ShownItem[] => {
    const own = issue.items.filter((one) => one.section === section);
    return wanted === undefined ? own : own.toSorted((a, b) => wanted.indexOf(a.id) - wanted.indexOf(b.id));
  };
  const change = (choice: ChoiceChange) => changeIssue(issue.key, choice);

  const move = async (section: string, id: string, to: number) => {
    const items = inSection(section);
    const [first, last] = placesOf(items, id);
    const order = moved(
      items.map((one) => one.id),
      id,
      Math.min(last, Math.max(first, to)),
    );
    if (!order) return to < first || to > last ? say('Pinned items stay on top.') : undefined;
    const others = issue.items.filter((one) => one.section !== section).map((one) => one.id);
    setWanted([...others, ...order]);
    const title = issue.items.find((one) => one.id === id)?.title ?? '';
    say(`${title}: now number ${order.indexOf(id) + 1} of ${order.length}.`);
    if (!(await act(change({ order }), `“${title}” has its new place.`))) setWanted(undefined);
  };
  // A node that is moved loses the focus: whoever moves an item by keyboard goes on with the same one.
  const [inHand, setInHand] = useState<{ readonly id: string; readonly by: 1 | -1 }>();
  useEffect(() => {
    if (!inHand || document.activeElement !== document.body) return;
    const arrows = list.current?.querySelectorAll<HTMLButtonElement>(`[data-item="${inHand.id}"] .arrows button`);
    const [up, down] = arrows ?? [];
    const usual = inHand.by === -1 ? up : down;
    (usual?.disabled ? (usual === up ? down : up) : usual)?.focus();
  });
  const drag = useDrag((section, id, to) => void move(section, id, to));

  return (
    <div ref={list}>
      <h2>Items in their order</h2>
      <p class="advice">Drag an item to move it within its section, or use its arrows. It is written to issue.md.</p>
      <p class="said-only" role="status">
        {said}
      </p>
      {issue.sections.map((section) => {
        const items = inSection(section.id);
        if (items.length === 0) return null;
        return (
          <section key={section.id} class="items-of-section">
            <h3>{section.title}</h3>
            <ol role="list" class="items" data-section={section.id}>
              {items.map((item, index) => (
                <ItemCard
                  key={item.id}
                  item={item}
                  issue={issue}
                  isFirst={index === placesOf(items, item.id)[0]}
                  isLast={index === placesOf(items, item.id)[1]}
                  drag={drag.of(section.id, item.id, index)}
                  move={(by) => {
                    setInHand({ id: item.id, by });
                    void move(section.id, item.id, index + by);
                  }}
                  pin={() =>
                    void act(
                      change({ pin: item.id, isPinned: !item.isPinned }),
                      item.isPinned ? `“${item.title}” is pinned no more.` : `“${item.title}” is pinned to the top.`,
                    )
                  }
                  leaveOut={() =>
                    void act(
                      change({ leaveOut: item.id, isOut: true }),
                      `“${item.title}” is left out. The pool has it, if you want it back.`,
                    )
                  }
                  open={() => void act(openItem(item.id), 'It is open in your editor.')}
                  point={() => point(item.id)}
                />
              ))}
            </ol>
          </section>
        );
      })}
    </div>
  );
}

/** The first and the last place that an item can have: what is pinned stays above what is not. */
function placesOf(items: readonly ShownItem[], id: string): readonly [number, number] {
  const isPinned = items.find((one) => one.id === id)?.isPinned;
  const places = items.flatMap((one, index) => (one.isPinned === isPinned ? [index] : []));
  return [places[0] ?? 0, places.at(-1) ?? 0];
}
