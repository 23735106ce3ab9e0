import { useRef } from 'preact/hooks';
import { widths } from '../place.js';

/** The edge of the frame: dragged, or moved by the arrow keys. */
export function WidthHandle({ width, set }: { width: number; set: (width: number) => void }) {
  const from = useRef<{ readonly x: number; readonly width: number } | undefined>(undefined);
  const within = (wanted: number) => set(Math.round(Math.min(widths.most, Math.max(widths.least, wanted))));
  const press = (event: KeyboardEvent) => {
    const wanted: Readonly<Record<string, number>> = {
      ArrowLeft: width - 10,
      ArrowRight: width + 10,
      Home: widths.least,
      End: widths.most,
    };
    const next = wanted[event.key];
    if (next === undefined) return;
    within(next);
    event.preventDefault();
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a separator that can be moved is a control, and <hr> is none
    <div
      class="handle"
      role="separator"
      tabIndex={0}
      aria-orientation="vertical"
      aria-label="Width of the email in pixels"
      aria-valuemin={widths.least}
      aria-valuemax={widths.most}
      aria-valuenow={width}
      onKeyDown={press}
      onPointerDown={(event) => {
        from.current = { x: event.clientX, width };
        event.currentTarget.setPointerCapture(event.pointerId);
      }}
      onPointerMove={(event) => {
        // The frame stands in the middle: it grows on both sides.
        if (from.current) within(from.current.width + 2 * (event.clientX - from.current.x));
      }}
      onPointerUp={() => {
        from.current = undefined;
      }}
    />
  );
}
