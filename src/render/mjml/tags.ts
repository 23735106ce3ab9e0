/** The tags of MJML that designs may use, by where they may stand. Which may stand inside which is MJML's own knowledge. */

/** Tags whose content is HTML, which has to be whole. */
export const htmlTags: ReadonlySet<string> = new Set(['mj-text', 'mj-button', 'mj-table']);

/** Tags whose content is copied as it is: an element may begin in one and end in the next. */
export const rawTags: ReadonlySet<string> = new Set(['mj-raw', 'mj-style']);

export const bodyTags: ReadonlySet<string> = new Set([
  'mj-section',
  'mj-wrapper',
  'mj-column',
  'mj-group',
  ...htmlTags,
  'mj-raw',
  'mj-image',
  'mj-divider',
  'mj-spacer',
]);

export const headTags: ReadonlySet<string> = new Set(['mj-attributes', 'mj-style', 'mj-raw', 'mj-breakpoint']);

/** Tags inside mj-attributes, besides those of the body whose defaults they set. */
export const defaultsTags: ReadonlySet<string> = new Set(['mj-all', 'mj-class', ...bodyTags]);

/** Tags of MJML that designs may not use: why, and what to do instead. */
export const refusedTags: Readonly<Record<string, string>> = {
  'mj-include': 'MJML would leave it out. Bring in a partial with {{> name}}',
  'mj-font':
    'A web font is fetched from a third party for each reader, and most clients ignore it. Use a font that readers have',
  'mj-preview':
    'It would stand outside the element that carries the language. Put the preheader first in the body, in <mj-raw>',
  'mj-title': 'The title is the subject and is put in for you. Remove this tag',
  'mj-html-attributes': 'Its selectors reach into markup that MJML writes. Write the attribute on its tag',
  'mj-hero': 'Classic Outlook cannot lay it out without fixed heights. Use <mj-section> with background-url',
  'mj-social': 'Its icons and share links come from a third party. Use <mj-image> or links in <mj-text>',
  'mj-social-element': 'Its icons and share links come from a third party. Use <mj-image> or links in <mj-text>',
  'mj-navbar': 'It needs checkbox tricks that most clients drop. Use links in <mj-text>',
  'mj-navbar-link': 'It needs checkbox tricks that most clients drop. Use links in <mj-text>',
  'mj-accordion': 'It needs checkbox tricks that most clients drop. Print the text open, in <mj-text>',
  'mj-carousel': 'It needs checkbox tricks that most clients drop. Use one <mj-image>',
};

/** HTML elements that have no end tag. */
export const voidElements: ReadonlySet<string> = new Set(
  'area base br col embed hr img input link meta param source track wbr'.split(' '),
);
