import type { Outcome } from '../../model/item.js';

/** As readers of editions see it, too. */
export const outcomeTitles: Readonly<Record<Outcome['status'], string>> = {
  won: 'Won',
  lost: 'Lost',
  ongoing: 'Ongoing',
};
