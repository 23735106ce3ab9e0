import { namedLink } from '../../printed-links.js';
import { rule } from '../../rule.js';

const names = new Intl.DisplayNames(['en'], { type: 'language', fallback: 'none' });

export const language = rule({
  id: 'link/language',
  over: 'writing',
  severity: 'info',
  title: 'Links to pages in another language say so',
  why: 'Who opens a page that they cannot read goes back and trusts the next link less. Some open it because of the language. What language a page is in is known with --links only.',
  origins: [
    {
      title: 'W3C Internationalization, Indicating the language of a link destination',
      url: 'https://www.w3.org/International/questions/qa-link-lang',
    },
  ],
  bad: '[The appeal of Chile’s teachers](https://www.example.org/es/llamado)',
  good: '[The appeal of Chile’s teachers (in Spanish)](https://www.example.org/es/llamado)',
  *judge({ links, lang, file }, { linkStates }) {
    if (linkStates.size === 0 || primary(lang) !== 'en') return;
    for (const link of links) {
      const state = linkStates.get(link.url);
      if (state?.is !== 'open' || state.lang === undefined || primary(state.lang) === 'en') continue;
      const name = names.of(primary(state.lang));
      if (name === undefined || link.in === 'setting') continue;
      // The words may say it, or what stands beside them.
      const around = link.range ? file.text.slice(Math.max(link.range.from - 120, 0), link.range.to + 60) : link.text;
      if (`${link.text} ${around}`.includes(name)) continue;
      yield {
        place: link.textPlace,
        words: `${namedLink(link)} leads to a page in ${name}, and does not say so.`,
        fix: `Write “(in ${name})” behind the words.`,
      };
    }
  },
});

function primary(lang: string): string {
  return lang.toLowerCase().split('-', 1)[0] ?? '';
}
