/** A text file as read, with its path relative to the workspace ("/" on every system). */
export type TextFile = { readonly path: string; readonly text: string };
