import { type Design, standardTheme, type TemplateFile } from '../../../src/model/design.js';
import type { Finding } from '../../../src/model/finding.js';
import { lookIn } from '../../../src/render/look.js';
import type { TemplateView } from '../../../src/render/template/issue-shape.js';
import type { Html, ItemView } from '../../../src/render/view.js';

/** Each name as it is in a view without gaps; texts and markup are what the caller wants them to be. */
export function fullView(text: (name: string) => string, html: (name: string) => string, entries = 1): TemplateView {
  const many = <Entry>(entry: (at: number) => Entry) => Array.from({ length: entries }, (_, at) => entry(at));
  const link = () => ({ label: text('label'), url: text('url'), by: text('by') });
  const picture = () => ({ src: text('src'), alt: text('alt'), width: 600, height: 400 });
  const palette = {
    brand: '#112233',
    onBrand: '#ffffff',
    accent: '#445566',
    urgent: '#aa0000',
    text: '#111111',
    muted: '#666666',
    link: '#0000aa',
    paper: '#ffffff',
    page: '#eeeeee',
    rule: '#cccccc',
  };
  const item = (at: number): ItemView => ({
    id: text('id'),
    kind: text('kind'),
    length: 'full',
    isFull: true,
    isSummary: true,
    isBrief: true,
    isUrgent: true,
    isFirst: at === 0,
    isLast: at === entries - 1,
    lang: text('lang'),
    dir: 'ltr',
    start: 'left',
    title: text('title'),
    kindLabel: text('kindLabel'),
    country: text('country'),
    campaign: text('campaign'),
    campaignColour: text('campaignColour'),
    kicker: text('kicker'),
    deadline: text('deadline'),
    by: text('by'),
    closed: text('closed'),
    body: html('body') as Html,
    summary: text('summary'),
    ask: text('ask'),
    wording: many(() => text('wording')),
    action: link(),
    moreActions: many(link),
    statement: {
      excerpt: text('excerpt'),
      signatories: many(() => ({ name: text('name'), role: text('role') })),
      others: text('others'),
      link: link(),
    },
    event: { when: text('when'), where: text('where'), online: link(), calendar: link() },
    image: { ...picture(), credit: text('credit') },
    partner: { name: text('name'), url: text('url') },
    updates: many(() => ({ heading: text('heading'), text: text('text') })),
    outcome: { heading: text('heading'), text: text('text') },
    more: link(),
    older: text('older'),
    words: {
      urgent: text('urgent'),
      signedBy: text('signedBy'),
      from: text('from'),
      atYourNextMeeting: text('atYourNextMeeting'),
      askYourDistrict: text('askYourDistrict'),
      wordsToCopy: text('wordsToCopy'),
      colon: text('colon'),
    },
  });
  return {
    lang: text('lang'),
    dir: 'ltr',
    start: 'left',
    end: 'right',
    subject: text('subject'),
    preheader: text('preheader'),
    organisation: {
      name: text('name'),
      address: many(() => text('address')),
      contact: text('contact'),
      web: text('web'),
      privacy: text('privacy'),
    },
    publication: { id: text('id'), title: text('title'), strapline: text('strapline') },
    issue: {
      date: text('date'),
      label: text('label'),
      number: text('number'),
      intro: html('intro') as Html,
      count: entries,
      items: text('items'),
    },
    logo: picture(),
    why: text('why'),
    unsubscribe: text('unsubscribe'),
    webVersion: text('webVersion'),
    words: {
      inThisIssue: text('inThisIssue'),
      readOnTheWeb: text('readOnTheWeb'),
      unsubscribe: text('unsubscribe'),
      writeToUs: text('writeToUs'),
      privacy: text('privacy'),
      colon: text('colon'),
    },
    sections: many((at) => ({
      id: text('id'),
      title: text('title'),
      intro: text('intro'),
      first: at === 0,
      items: many(item),
    })),
    theme: { ...lookIn(standardTheme, 'en'), corners: standardTheme.corners, colours: palette, dark: palette },
  };
}

export const view = fullView(
  (name) => `a ${name}`,
  (name) => `<p>${name}</p>`,
);

/** A design of one body and some partials, each in a file of its name. */
export function design(body: string, partials: Readonly<Record<string, string>> = {}): Design {
  const file = (name: string, text: string): TemplateFile => ({ file: `templates/${name}.mjml`, text });
  return {
    id: 'sample',
    body: file('body', body),
    partials: Object.fromEntries(Object.entries(partials).map(([name, text]) => [name, file(name, text)])),
    theme: standardTheme,
  };
}

/** A finding in one line: "body:1:3 template/unknown-field". */
export function spots(findings: readonly Finding[]): string[] {
  return findings.map(({ rule, severity, place }) => {
    const name = place?.file.replace(/^templates\/|\.mjml$/g, '');
    return `${name}:${place?.line}:${place?.column} ${severity === 'error' ? '' : `${severity} `}${rule.replace('template/', '')}`;
  });
}
