/** What the rules of a family are about, by the first part of their ids. */
const families: Readonly<Record<string, string>> = {
  a11y: 'For everybody to read',
  assemble: 'Choosing items',
  calendar: 'Dates of issues',
  check: 'Levels and allowances',
  compat: 'What mail programs understand',
  content: 'What an issue says',
  deliver: 'Arriving',
  image: 'Pictures',
  language: 'Languages',
  legal: 'Law and safety',
  link: 'Links',
  merge: 'Words for each reader',
  picture: 'Picture files',
  prose: 'Wording',
  render: 'Editions',
  sched: 'The calendar',
  size: 'Size',
  template: 'Designs',
  workspace: 'Files',
};

/** The family of a rule: the first part of its id. */
export function familyOf(id: string): string {
  return id.slice(0, id.indexOf('/'));
}

/** What the rules of a family are about, as a heading. */
export function familyName(family: string): string {
  return families[family] ?? family;
}
