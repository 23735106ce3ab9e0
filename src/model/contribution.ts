/**
 * The form by which people who never use git send in an item: what is asked, by the heading under which the answer
 * stands in the issue that a host makes of it. The form and whoever reads it go by this one table.
 */
export const contributionFields = {
  title: { heading: 'What is it about?', hint: 'A title, as readers should see it', isNeeded: true, isLong: false },
  text: {
    heading: 'What should readers know?',
    hint: 'Two or three paragraphs. What has happened, why it matters, and what readers can do.',
    isNeeded: true,
    isLong: true,
  },
  link: { heading: 'A link for readers', hint: 'Begins with https://', isNeeded: false, isLong: false },
  deadline: { heading: 'Does it close on a day?', hint: 'Like 26 March 2027, 5pm', isNeeded: false, isLong: false },
  country: { heading: 'Which country is it about?', hint: 'If it is about one', isNeeded: false, isLong: false },
  name: {
    heading: 'Your name and role',
    hint: 'As it may be printed: Jo Bloggs, ISO for Aireford. No email address, please.',
    isNeeded: false,
    isLong: false,
  },
} as const;
export type ContributionField = keyof typeof contributionFields;

export const consentHeading = 'Before you send it';

/** All of it has to be ticked. */
export const consents = [
  'I wrote this, or may pass it on, and agree that the union publishes and shortens it.',
  'Everybody who is named or shown in it has agreed to that.',
] as const;
