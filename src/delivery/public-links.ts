/**
 * HTML in which what stands beside the edition is named by its whole address: a reader's mail program knows no folder.
 *
 * @param files the names of what stands beside it, as the HTML has them: "images/hillside-1a2b3c4d.jpg"
 * @param folder the address of the folder on the web, with "/" at its end
 */
export function withPublicLinks(html: string, files: ReadonlySet<string>, folder: string): string {
  return html.replace(/(\s(?:src|href|background)=")([^"]+)"/g, (whole, opening: string, name: string) =>
    files.has(name) ? `${opening}${folder}${name}"` : whole,
  );
}

/** Whether HTML names anything that stands beside it. */
export function hasLocalLinks(html: string, files: ReadonlySet<string>): boolean {
  return withPublicLinks(html, files, 'https://example.org/') !== html;
}
