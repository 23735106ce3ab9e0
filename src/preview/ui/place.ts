import { useCallback, useEffect, useState } from 'preact/hooks';
import { type Appearance, appearances } from '../../model/workbench.js';

export const views = ['email', 'inbox', 'order', 'text', 'source'] as const;
export type View = (typeof views)[number];

export const tabs = ['findings', 'items', 'pool', 'size', 'send'] as const;
export type Tab = (typeof tabs)[number];

/** Where an editor is in the workbench: all of it stands in the address, so that going back and reloading keep it. */
export type Place = {
  /** The issue that is open; the board if absent. */
  readonly issue?: string;
  readonly edition?: string;
  readonly persona?: string;
  readonly view: View;
  readonly appearance: Appearance;
  /** Of the frame, in CSS pixels. */
  readonly width: number;
  readonly zoom: 100 | 200;
  /** Whether pictures from the web are shown. */
  readonly remote: boolean;
  /** What the edition is compared with: the id of another edition. */
  readonly against?: string;
  readonly tab: Tab;
};

export type Go = (change: { readonly [Key in keyof Place]?: Place[Key] | undefined }) => void;

const start: Place = { view: 'email', appearance: 'light', width: 600, zoom: 100, remote: false, tab: 'findings' };

/** The narrowest and the widest that the frame can be. */
export const widths = { least: 280, most: 1000 };

export function placeOf(hash: string): Place {
  const [path = '', query = ''] = hash.replace(/^#\/?/, '').split('?');
  const asked = new URLSearchParams(query);
  const one = <Value extends string>(name: string, of: readonly Value[], otherwise: Value): Value =>
    of.find((value) => value === asked.get(name)) ?? otherwise;
  const word = (name: 'edition' | 'persona' | 'against') => {
    const value = asked.get(name);
    return value ? { [name]: value } : {};
  };
  const width = Number(asked.get('width') ?? start.width);
  return {
    ...(path !== '' && { issue: decodeURIComponent(path) }),
    ...word('edition'),
    ...word('persona'),
    ...word('against'),
    view: one('view', views, start.view),
    appearance: one('appearance', appearances, start.appearance),
    width: Number.isFinite(width) ? Math.min(widths.most, Math.max(widths.least, Math.round(width))) : start.width,
    zoom: asked.get('zoom') === '200' ? 200 : 100,
    remote: asked.get('remote') === 'yes',
    tab: one('tab', tabs, start.tab),
  };
}

export function hashOf(place: Place): string {
  const { issue, remote, ...rest } = place;
  const usual: Readonly<Record<string, unknown>> = start;
  const asked = new URLSearchParams();
  for (const [name, value] of Object.entries(rest))
    if (value !== undefined && value !== usual[name]) asked.set(name, String(value));
  if (remote) asked.set('remote', 'yes');
  const query = asked.size === 0 ? '' : `?${asked}`;
  return `#/${issue ?? ''}${query}`;
}

/** The place that the address names, and how to go elsewhere. Only another issue or edition is a step to go back from. */
export function usePlace(): readonly [Place, Go] {
  const [place, setPlace] = useState(() => placeOf(location.hash));
  useEffect(() => {
    const read = () => setPlace(placeOf(location.hash));
    // The address may have changed between the first look at it and now.
    read();
    addEventListener('popstate', read);
    addEventListener('hashchange', read);
    return () => {
      removeEventListener('popstate', read);
      removeEventListener('hashchange', read);
    };
  }, []);
  const go = useCallback<Go>((change) => {
    const before = placeOf(location.hash);
    const entries = Object.entries({ ...before, ...change }).filter(([, value]) => value !== undefined);
    const next: Place = { ...start, ...Object.fromEntries(entries) };
    const isStep = next.issue !== before.issue || next.edition !== before.edition;
    history[isStep ? 'pushState' : 'replaceState'](null, '', hashOf(next));
    setPlace(next);
  }, []);
  return [place, go];
}
