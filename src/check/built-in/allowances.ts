import { type BuiltIn, builtIn, origins } from './entry.js';

const { files } = origins;

/** What a check says of itself: of levels, of allowances, and of what it could not do. */
export const ofAllowances: readonly BuiltIn[] = [
  builtIn(
    'check/allowance-over',
    'warning',
    'Allowances are in time',
    'Somebody said until when it may be so; that day has passed.',
    'allow: [{ rule: link/https, because: …, until: 2021-03-01 }]',
    'The link mended, or a later day',
    files,
  ),
  builtIn(
    'check/allowance-unneeded',
    'info',
    'Allowances are needed',
    'One that is not needed any more would hide the next mistake.',
    'allow: [{ rule: link/https, … }] where all links begin with https',
    'No allowance',
    files,
  ),
  builtIn(
    'check/fixed-level',
    'error',
    'Only rules have levels that can change',
    'What keeps an issue from being built is always an error.',
    'rules: { content/html: off }',
    'rules: { link/https: off }',
    files,
  ),
  builtIn(
    'check/offline',
    'info',
    'Links are opened where there is an internet',
    'Without one nothing can be said of them: what was remembered is told, and everything else is left open.',
    'mailout check --links on a train',
    'mailout check --links at a desk',
    files,
  ),
  builtIn(
    'check/unknown-rule',
    'error',
    'Rules that a file names are there',
    'A misspelt name would change nothing.',
    'rules: { link/htps: off }',
    'rules: { link/https: off }',
    files,
  ),
];
