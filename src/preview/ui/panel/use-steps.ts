import type { RefObject } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { isTyping } from '../keys.js';

/** Lets j and k go through what matches in a list: gives where to hang it. */
export function useSteps(selector: string): RefObject<HTMLDivElement | null> {
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const by = { j: 1, k: -1 }[event.key];
      const isElsewhere = isTyping(event) || document.querySelector('dialog[open]') !== null;
      if (by === undefined || isElsewhere || event.ctrlKey || event.metaKey || event.altKey) return;
      const all = [...(list.current?.querySelectorAll<HTMLElement>(selector) ?? [])];
      const at = all.findIndex((one) => one.contains(document.activeElement));
      const next = at === -1 ? (by > 0 ? all[0] : all.at(-1)) : all[at + by];
      next?.focus();
      event.preventDefault();
    };
    addEventListener('keydown', press);
    return () => removeEventListener('keydown', press);
  }, [selector]);
  return list;
}
