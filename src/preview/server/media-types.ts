/** What may stand beside an edition and is shown or opened as what it is. */
const types = new Map([
  ['png', 'image/png'],
  ['jpg', 'image/jpeg'],
  ['jpeg', 'image/jpeg'],
  ['gif', 'image/gif'],
  ['webp', 'image/webp'],
  ['svg', 'image/svg+xml'],
  ['ics', 'text/calendar; charset=utf-8'],
  ['docx', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
]);

/** The type of a file by its name, and whether a browser keeps it instead of showing it. */
export function mediaTypeOf(name: string): { readonly type: string; readonly isKept: boolean } {
  const type = types.get(name.slice(name.lastIndexOf('.') + 1).toLowerCase()) ?? 'application/octet-stream';
  return { type, isKept: !type.startsWith('image/') };
}
