import { useState } from 'preact/hooks';

type Dragged = { readonly section: string; readonly id: string; readonly from: number; readonly to: number };

/** What makes an item one that can be dragged, and a place to drop one. */
export type Draggable = {
  /** Where the line goes that shows where it would land. */
  readonly look: '' | 'is-dragged' | 'has-line-above' | 'has-line-below';
  readonly handle: {
    readonly onPointerDown: (event: PointerEvent) => void;
    readonly onPointerMove: (event: PointerEvent) => void;
    readonly onPointerUp: () => void;
    readonly onPointerCancel: () => void;
  };
  readonly target: { readonly 'data-index': number };
};

/**
 * Dragging by mouse, pen or finger within one section.
 *
 * @param drop is told where an item is to go: its place in the list as it will be
 */
export function useDrag(drop: (section: string, id: string, to: number) => void) {
  const [dragged, setDragged] = useState<Dragged>();
  const of = (section: string, id: string, index: number): Draggable => ({
    look: lookOf(dragged, section, index),
    target: { 'data-index': index },
    handle: {
      onPointerDown: (event) => {
        (event.currentTarget as Element).setPointerCapture(event.pointerId);
        setDragged({ section, id, from: index, to: index });
        event.preventDefault();
      },
      onPointerMove: (event) => {
        if (dragged?.id !== id) return;
        const list = (event.currentTarget as Element).closest('[data-section]');
        const to = placeAt(list, event.clientY, dragged.from);
        if (to !== dragged.to) setDragged({ ...dragged, to });
      },
      onPointerUp: () => {
        if (dragged && dragged.to !== dragged.from) drop(dragged.section, dragged.id, dragged.to);
        setDragged(undefined);
      },
      onPointerCancel: () => setDragged(undefined),
    },
  });
  return { of };
}

/** How many of the others are above a height: the place that what is dragged would have there. */
function placeAt(list: Element | null, y: number, from: number): number {
  const others = [...(list?.children ?? [])].filter((_, index) => index !== from);
  return others.filter((one) => {
    const { top, height } = one.getBoundingClientRect();
    return y > top + height / 2;
  }).length;
}

function lookOf(dragged: Dragged | undefined, section: string, index: number): Draggable['look'] {
  if (dragged?.section !== section) return '';
  if (dragged.from === index) return 'is-dragged';
  if (dragged.to !== index || dragged.to === dragged.from) return '';
  return dragged.to < dragged.from ? 'has-line-above' : 'has-line-below';
}
