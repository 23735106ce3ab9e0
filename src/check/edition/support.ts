/** The clients in which members of unions read their mail. */
const clients = {
  apple: 'Apple Mail',
  gmail: 'Gmail',
  word: 'Outlook for Windows',
  outlook: 'Outlook.com',
  samsung: 'Samsung Email',
  thunderbird: 'Thunderbird',
  yahoo: 'Yahoo',
} as const;

type Client = keyof typeof clients;

/**
 * Who does not know what, by the names of https://www.caniemail.com, whose data a test compares this with. The data
 * itself would take longer to load than all rules together take to run.
 */
const lacking: Readonly<Record<string, readonly Client[]>> = {
  'css-align-items': ['gmail', 'word', 'yahoo'],
  'css-aspect-ratio': ['gmail', 'word', 'outlook', 'samsung', 'thunderbird', 'yahoo'],
  'css-block-inline-size': ['gmail', 'word', 'outlook', 'yahoo'],
  'css-clip-path': ['gmail', 'word', 'outlook', 'yahoo'],
  'css-column-count': ['word', 'yahoo'],
  'css-display-flex': ['word'],
  'css-display-grid': ['gmail', 'word', 'yahoo'],
  'css-filter': ['gmail', 'word', 'outlook', 'yahoo'],
  'css-flex-direction': ['gmail', 'word', 'yahoo'],
  'css-flex-wrap': ['gmail', 'word', 'yahoo'],
  'css-function-clamp': ['word', 'outlook', 'samsung', 'yahoo'],
  'css-function-light-dark': ['gmail', 'word', 'outlook', 'yahoo'],
  'css-function-max': ['word', 'outlook', 'samsung', 'yahoo'],
  'css-function-min': ['word', 'outlook', 'samsung', 'yahoo'],
  'css-gap': ['word', 'yahoo'],
  'css-grid-template': ['gmail', 'word', 'outlook', 'yahoo'],
  'css-inset': ['gmail', 'word', 'outlook', 'samsung', 'yahoo'],
  'css-justify-content': ['gmail', 'word', 'yahoo'],
  'css-left-right-top-bottom': ['gmail', 'word', 'yahoo'],
  'css-list-style-image': ['gmail', 'word', 'outlook', 'yahoo'],
  'css-margin-block-start-end': ['gmail', 'word', 'outlook', 'yahoo'],
  'css-margin-inline-block': ['gmail', 'word', 'outlook', 'samsung', 'yahoo'],
  'css-margin-inline-start-end': ['gmail', 'word', 'outlook', 'yahoo'],
  'css-mask-image': ['gmail', 'word', 'outlook', 'yahoo'],
  'css-mix-blend-mode': ['word', 'yahoo'],
  'css-object-fit': ['word', 'yahoo'],
  'css-padding-block-start-end': ['gmail', 'word', 'outlook', 'yahoo'],
  'css-padding-inline-block': ['gmail', 'word', 'outlook', 'samsung', 'yahoo'],
  'css-padding-inline-start-end': ['gmail', 'word', 'outlook', 'yahoo'],
  'css-position': ['gmail', 'word'],
  'css-pseudo-class-checked': ['gmail', 'word'],
  'css-pseudo-class-has': ['gmail', 'word', 'outlook', 'thunderbird', 'yahoo'],
  'css-pseudo-class-not': ['gmail', 'word', 'outlook', 'yahoo'],
  'css-pseudo-class-nth-child': ['gmail', 'word', 'outlook', 'yahoo'],
  'css-pseudo-class-nth-of-type': ['gmail', 'word', 'outlook', 'yahoo'],
  'css-pseudo-class-target': ['apple', 'gmail', 'word'],
  'css-pseudo-element-after': ['gmail', 'word', 'yahoo'],
  'css-pseudo-element-before': ['gmail', 'word', 'yahoo'],
  'css-transform': ['gmail', 'word', 'outlook', 'yahoo'],
  'css-unit-calc': ['word', 'outlook', 'yahoo'],
  'css-unit-rem': ['word', 'yahoo'],
  'css-unit-vh': ['word'],
  'css-unit-vw': ['word'],
  'css-variables': ['gmail', 'word', 'outlook', 'yahoo'],
  'css-visibility': ['gmail', 'word'],
  'css-writing-mode': ['word', 'yahoo'],
  'css-z-index': ['gmail', 'word'],
};

/** The features that the table knows. */
export const knownFeatures: readonly string[] = Object.keys(lacking);

/** The clients that leave a feature out, by the name of the feature at caniemail.com. */
export function lackingIn(slug: string): readonly string[] {
  return (lacking[slug] ?? []).map((client) => clients[client]);
}
