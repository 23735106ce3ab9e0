import { placeOf } from '../../../model/place.js';
import { rule } from '../../rule.js';

export const trackingConsent = rule({
  id: 'legal/tracking-consent',
  over: 'issue',
  severity: 'error',
  title: 'Nobody is watched who has not agreed to it',
  why: 'To see who opens a mail or clicks a link, the provider puts a hidden picture and personal addresses into every reader’s copy. The law asks for each reader’s consent first, separate from that to get the mail, and a list of who reads what a union writes is dangerous to keep.',
  origins: [
    { title: 'PECR 2003, regulation 6', url: 'https://www.legislation.gov.uk/uksi/2003/2426/regulation/6' },
    { title: 'ICO, Guidance on the use of storage and access technologies' },
  ],
  bad: 'delivery:\n  tracking: { opens: true }',
  good: 'delivery:\n  tracking: { opens: false }',
  *judge({ publication: { channel } }, { organisation: { delivery, source } }) {
    if (channel !== 'email') return;
    const fix =
      'Switch it off. If your data protection officer has confirmed that all readers agreed, write “rules: { legal/tracking-consent: info }” in mailout.yaml, with a note.';
    const { opens, clicks } = delivery.tracking;
    if (opens) {
      yield {
        place: placeOf(source, 'delivery.tracking.opens'),
        words: 'The provider is told to find out who opens this mail.',
        fix,
      };
    }
    if (clicks) {
      yield {
        place: placeOf(source, 'delivery.tracking.clicks'),
        severity: 'warning',
        words: 'The provider is told to find out who clicks which link.',
        fix,
      };
    }
  },
});
