/** What a path of the workspace is, by where it lies. */
export type Room =
  | { readonly is: 'organisation' }
  | { readonly is: 'audience'; readonly id: string }
  | { readonly is: 'personas' }
  | { readonly is: 'testers' }
  | { readonly is: 'item' }
  | { readonly is: 'translation'; readonly lang: string; readonly item: string }
  | { readonly is: 'publication'; readonly id: string }
  | { readonly is: 'issue'; readonly publication: string; readonly date: string }
  | { readonly is: 'approval'; readonly publication: string; readonly date: string }
  | { readonly is: 'template'; readonly design: string; readonly name: string }
  | { readonly is: 'theme' }
  | { readonly is: 'other' };

/** The folder of templates/ whose files every design can use. */
export const sharedDesign = 'shared';

export function roomOf(path: string): Room {
  const parts = path.split('/');
  const [top, second = '', third = '', fourth = ''] = parts;
  if (path === 'mailout.yaml') return { is: 'organisation' };
  if (path === 'templates/theme.yaml') return { is: 'theme' };
  if (path === 'audiences/personas.yaml') return { is: 'personas' };
  if (path === 'audiences/testers.yaml') return { is: 'testers' };
  if (top === 'audiences' && parts.length === 2) return { is: 'audience', id: second.replace(/\.yaml$/, '') };
  if (top === 'issues' && second === 'items' && path.endsWith('.md')) return { is: 'item' };
  if (top === 'issues' && second === 'translations' && fourth.endsWith('.md') && parts.length === 4) {
    return { is: 'translation', lang: third, item: fourth.replace(/\.md$/, '') };
  }
  if (top === 'issues' && third === 'publication.yaml' && parts.length === 3) return { is: 'publication', id: second };
  if (top === 'issues' && fourth === 'issue.md' && parts.length === 4)
    return { is: 'issue', publication: second, date: third };
  if (top === 'issues' && fourth === 'approvals' && path.endsWith('.yaml') && parts.length === 5)
    return { is: 'approval', publication: second, date: third };
  if (top === 'templates' && third.endsWith('.mjml') && parts.length === 3) {
    return { is: 'template', design: second, name: third.replace(/\.mjml$/, '') };
  }
  return { is: 'other' };
}
