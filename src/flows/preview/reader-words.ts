import type { Edition } from '../../model/edition.js';
import { facetOrder } from '../../render/variant-names.js';

const languageNames = new Intl.DisplayNames(['en-GB'], { type: 'language' });

/** Who gets an edition, as somebody would say it: "Wales", "London or North West, in Welsh", "Everyone else". */
export function readerWords({ id, variant }: Pick<Edition, 'id' | 'variant'>): string {
  const parts = facetOrder.flatMap((facet) => {
    const values = variant[facet] ?? [];
    if (values.length === 0) return [];
    if (facet === 'languages') return [`in ${listed(values.map((value) => languageNames.of(value) ?? value))}`];
    return [listed(values.map(asName))];
  });
  return capitalised(parts.length === 0 ? id.replaceAll('-', ' ') : parts.join(', '));
}

function listed(names: readonly string[]): string {
  return names.length > 3 ? `${names[0]} or ${names.length - 1} more` : names.join(' or ');
}

/** Short names are abbreviations: "iso" is "ISO". */
function asName(value: string): string {
  return value.length <= 3 ? value.toUpperCase() : value.split('-').map(capitalised).join(' ');
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
