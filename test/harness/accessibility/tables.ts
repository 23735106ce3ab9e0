import { type Element, isTag } from 'domhandler';
import { type Complaint, nameOf, type Page } from './page.js';

/** Tables that make the layout say so; tables of data say what their headings head. */
export function badTables({ elements }: Page): Complaint[] {
  return elements
    .filter(({ name }) => name === 'table')
    .flatMap((table) => {
      const headings = own(table, 'th');
      const isLayout = ['presentation', 'none'].includes(table.attribs.role ?? '');
      const hasData = headings.length > 0 || own(table, 'caption').length > 0;
      return [
        ...(isLayout && hasData ? ['is said to be layout and has headings of data'] : []),
        ...(!isLayout && table.attribs.role !== undefined ? [`has the role “${table.attribs.role}”`] : []),
        ...(!isLayout && headings.length === 0
          ? ['is layout without role="presentation", or data without headings']
          : []),
        ...(headings.some(({ attribs }) => attribs.scope === undefined) ? ['has headings without scope'] : []),
      ].map((reason) => ({ check: 'table', at: nameOf(table), reason }));
    });
}

/** Elements of a table that are not those of a table in it. */
function own(parent: Element, name: string): Element[] {
  return parent.children.filter(isTag).flatMap((child) => {
    if (child.name === 'table') return [];
    return [...(child.name === name ? [child] : []), ...own(child, name)];
  });
}
