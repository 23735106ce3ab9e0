import { placeOf } from '../../../model/place.js';
import { sightOf } from '../../edition/sight.js';
import { named } from '../../markup.js';
import { rule } from '../../rule.js';

export const privacyLink = rule({
  id: 'legal/privacy-link',
  over: 'edition',
  severity: 'warning',
  title: 'Readers can find out what is done with their details',
  why: 'Whoever keeps people’s names and addresses has to tell them why, for how long and what their rights are. A link in every mail is where they look for it.',
  origins: [{ title: 'UK GDPR, article 13', url: 'https://www.legislation.gov.uk/eur/2016/679/article/13' }],
  bad: '{{organisation.name}}',
  good: '{{organisation.name}} · <a href="{{organisation.privacy}}">{{words.privacy}}</a>',
  *judge({ markup }, { organisation: { privacy, source } }) {
    if (privacy === undefined) {
      yield {
        place: placeOf(source, 'privacy'),
        words: 'Nothing says where the organisation’s privacy notice is, so no mail can link to it.',
        fix: 'Add its address: “privacy: https://…”.',
      };
      return;
    }
    const { isHidden } = sightOf(markup);
    const isThere = named(markup, 'a').some(
      (link) => bare(link.attribs.href ?? '') === bare(privacy) && !isHidden(link),
    );
    if (isThere) return;
    yield {
      words: 'The edition has no link to the privacy notice.',
      fix: 'Add {{> footer}}, or <a href="{{organisation.privacy}}">{{words.privacy}}</a>.',
    };
  },
});

function bare(address: string): string {
  return address.replace(/\/$/, '');
}
