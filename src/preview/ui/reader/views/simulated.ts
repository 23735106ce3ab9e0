/**
 * What each simulated view is simulated from, and what it cannot tell. A view that is not named here shows the edition
 * itself.
 */
export const simulated = {
  gmail:
    'Simulated: from published counts of characters for a window of usual width. Gmail cuts by width, so wide letters go sooner, and whether it files the email under Promotions cannot be told.',
  outlook:
    'Simulated: from published counts of characters for the list of messages on a computer. Readers can widen that list or turn the preview off.',
  iphone:
    'Simulated: from counts of characters measured on an iPhone held upright, with two lines of preview. Larger text shows less, and newer iPhones may show a summary of their own.',
  dark: 'Simulated: from the dark colours that the email brings, as this browser shows them. Apple Mail follows them; Gmail, and Outlook on Windows, do not.',
  inverted:
    'Simulated: from what is published of how Gmail and Outlook turn light colours dark. Each version does it in its own way, so shades will differ.',
  'no-images':
    'Simulated: from the email with its pictures taken away and their alternative texts put in their place. Programs style those texts in their own ways.',
  phone:
    'Simulated: from this browser at the width of an iPhone. The phone’s own letters, larger text and what Mail does to an email are not in it.',
} as const satisfies Readonly<Record<string, string>>;

export type Simulated = keyof typeof simulated;
