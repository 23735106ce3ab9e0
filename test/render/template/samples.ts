import type { Design, TemplateFile } from '../../../src/model/design.js';
import type { Finding } from '../../../src/model/finding.js';
import type { TemplateView } from '../../../src/render/template/issue-shape.js';
import type { Html, ItemView } from '../../../src/render/view.js';

/** Each name as it is in a view without gaps; texts and markup are what the caller wants them to be. */
export function fullView(text: (name: string) => string, html: (name: string) => string, entries = 1): TemplateView {
  const many = <Entry>(entry: (at: number) => Entry) => Array.from({ length: entries }, (_, at) => entry(at));
  const link = () => ({ label: text('label'), url: text('url'), by: text('by') });
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
    body: html('body') as Html,
    summary: text('summary'),
    action: link(),
    moreActions: many(link),
    statement: { excerpt: text('excerpt'), signatories: many(() => ({ name: text('name'), role: text('role') })) },
    event: { when: text('when'), where: text('where'), online: text('online') },
    image: { src: text('src'), alt: text('alt'), credit: text('credit') },
    partner: { name: text('name'), url: text('url') },
    updates: many(() => ({ heading: text('heading'), text: text('text') })),
    outcome: text('outcome'),
  });
  return {
    lang: text('lang'),
    dir: 'ltr',
    start: 'left',
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
    issue: { date: text('date'), label: text('label'), intro: html('intro') as Html, count: entries },
    why: text('why'),
    unsubscribe: text('unsubscribe'),
    webVersion: text('webVersion'),
    sections: many((at) => ({
      id: text('id'),
      title: text('title'),
      intro: text('intro'),
      first: at === 0,
      items: many(item),
    })),
    theme: { fonts: 'Georgia, serif', colours: palette, dark: palette },
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
    theme: view.theme,
  };
}

/** A finding in one line: "body:1:3 template/unknown-field". */
export function spots(findings: readonly Finding[]): string[] {
  return findings.map(({ rule, severity, place }) => {
    const name = place?.file.replace(/^templates\/|\.mjml$/g, '');
    return `${name}:${place?.line}:${place?.column} ${severity === 'error' ? '' : `${severity} `}${rule.replace('template/', '')}`;
  });
}
