/**
 * What each simulated view is simulated from, and what it cannot tell. A view that is not named here shows the edition
 * itself.
 */
export const simulated = {
  gmail:
    'Simulated: the counts of characters that others have published for Gmail on the web in a window of usual width. Gmail cuts by width, so wide letters are cut sooner; whether it shows the email under Promotions, or a summary of its own, cannot be told from here.',
  outlook:
    'Simulated: the counts of characters that others have published for the list of messages in Outlook on a computer. Readers may widen that list or turn its preview off.',
  iphone:
    'Simulated: the counts of characters that others have measured in Mail on an iPhone held upright, with two lines of preview. Larger text shows less, and newer iPhones may put a summary of their own in place of the preheader.',
  dark: 'Simulated: the dark colours that the email itself brings, as this browser shows them. Apple Mail follows them; Gmail and Outlook on Windows do not.',
  inverted:
    'Simulated: what is published of how Outlook and Gmail turn light colours dark. Each version does it in its own way, so shades will differ.',
  'no-images':
    'Simulated: the email with its pictures taken away and their alternative texts in their place. Programs differ in how they style those texts and whether they show a frame.',
  phone:
    'Simulated: this browser at the width of an iPhone. The phone’s own letters, its larger text settings and what Mail does to the email are not in it.',
} as const satisfies Readonly<Record<string, string>>;

export type Simulated = keyof typeof simulated;
