import { useEffect } from 'preact/hooks';
import { appearances, type ShownIssue, type ShownPersona } from '../../../model/workbench.js';
import { isTyping } from '../keys.js';
import { type Go, type Place, views } from '../place.js';
import { type Chosen, stepped } from './chosen.js';
import { usualWidths } from './tools.js';

/** The keys of the reading pane, wherever the focus is but in a field or a dialog. */
export function useReaderKeys(
  issue: ShownIssue,
  personas: readonly ShownPersona[],
  { edition, persona }: Chosen,
  place: Place,
  go: Go,
): void {
  useEffect(() => {
    const toEdition = (by: number) =>
      go({ edition: stepped(issue.editions, edition, by)?.id, persona: undefined, against: undefined });
    const toPersona = (by: number) => {
      const next = stepped(personas, persona, by);
      go({ persona: next?.id, edition: next?.editions[issue.key], against: undefined });
    };
    const deeds: Readonly<Record<string, () => void>> = {
      '[': () => toEdition(-1),
      ']': () => toEdition(1),
      p: () => toPersona(1),
      P: () => toPersona(-1),
      d: () => go({ appearance: stepped(appearances, place.appearance, 1) ?? 'light' }),
      w: () => go({ width: stepped<number>(usualWidths, place.width, 1) ?? 600 }),
      z: () => go({ zoom: place.zoom === 200 ? 100 : 200 }),
      ...Object.fromEntries(views.map((view, index) => [String(index + 1), () => go({ view, against: undefined })])),
    };
    const press = (event: KeyboardEvent) => {
      const deed = deeds[event.key];
      const isElsewhere = isTyping(event) || document.querySelector('dialog[open]') !== null;
      if (!deed || isElsewhere || event.ctrlKey || event.metaKey || event.altKey) return;
      deed();
      event.preventDefault();
    };
    addEventListener('keydown', press);
    return () => removeEventListener('keydown', press);
  }, [issue, personas, edition, persona, place, go]);
}
