import { type Element, isTag } from 'domhandler';

/** The elements of one name in a table, those of tables in it apart. */
export function ownOf(parent: Element, name: string): Element[] {
  return parent.children.filter(isTag).flatMap((child) => {
    if (child.name === 'table') return [];
    return [...(child.name === name ? [child] : []), ...ownOf(child, name)];
  });
}

/** Whether a table says that it is there for the layout alone. */
export function isLayout({ attribs }: Element): boolean {
  return ['presentation', 'none'].includes(attribs.role?.trim().toLowerCase() ?? '');
}
