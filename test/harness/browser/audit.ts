/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
import type axeCore from 'axe-core';

declare const axe: typeof axeCore;

/** Rules about what an email has not: it is read inside a client, which has the landmarks, frames and ways to skip. */
const notOfEmail = [
  ...['region', 'bypass', 'skip-link', 'page-has-heading-one', 'scrollable-region-focusable', 'css-orientation-lock'],
  ...['frame-focusable-content', 'frame-tested', 'frame-title', 'frame-title-unique'],
];

/** Rules that axe leaves off unless it is asked for them. */
const alsoOfEmail = [
  'target-size',
  'identical-links-same-purpose',
  'td-has-header',
  'table-fake-caption',
  'table-duplicate-name',
];

/** Rules that depend on colours: what else there is does not change with them. */
const ofColour = ['color-contrast', 'link-in-text-block'];

/**
 * Why axe may not be able to tell a contrast where we should know: something lies over something. What it leaves open
 * for one-letter words or symbols, and at the edge of the window, is left open.
 */
const suspicious = [
  'bgOverlap',
  'bgImage',
  'bgGradient',
  'imgNode',
  'elmPartiallyObscured',
  'elmPartiallyObscuring',
  'pseudoContent',
];

export async function audit(colourScheme: 'light' | 'dark'): Promise<string[]> {
  const landmarks = axe
    .getRules()
    .map(({ ruleId }) => ruleId)
    .filter((id) => id.startsWith('landmark-'));
  const off = [...notOfEmail, ...landmarks].map((id) => [id, { enabled: false }]);
  const on = alsoOfEmail.map((id) => [id, { enabled: true }]);
  const options: axeCore.RunOptions =
    colourScheme === 'light'
      ? { rules: Object.fromEntries([...off, ...on]) }
      : { runOnly: { type: 'rule', values: ofColour } };
  const { violations, incomplete } = await axe.run(document, {
    ...options,
    resultTypes: ['violations', 'incomplete'],
    preload: false,
    iframes: false,
  });
  const unclear = incomplete
    .filter(({ id }) => id === 'color-contrast')
    .map((result) => ({ ...result, nodes: result.nodes.filter((node) => suspicious.includes(reasonOf(node))) }));
  return [...violations, ...unclear].flatMap(({ id, help, nodes }) =>
    nodes.map(({ html, any }) => `axe ${id}: ${html.slice(0, 120)}: ${any[0]?.message ?? help}`),
  );
}

function reasonOf({ any }: axeCore.NodeResult): string {
  return String(any[0]?.data?.messageKey ?? '');
}
