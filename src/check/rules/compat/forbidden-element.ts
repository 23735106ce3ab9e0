import { lineage, nameOf, tagOf } from '../../edition/words.js';
import { rule } from '../../rule.js';

/** What clients strip, warn of, or take for an attack, and what to do instead. */
const refused: Readonly<Record<string, string>> = {
  script: 'Take it out: no mail program runs scripts.',
  form: 'Link to a page with the form instead.',
  input: 'Link to a page with the form instead.',
  select: 'Link to a page with the form instead.',
  textarea: 'Link to a page with the form instead.',
  button: 'Make it a link that looks like a button: <mj-button>.',
  iframe: 'Link to the page instead.',
  video: 'Show a picture that is a link to the video.',
  audio: 'Link to the recording instead.',
  object: 'Link to it instead.',
  embed: 'Link to it instead.',
  applet: 'Link to it instead.',
  svg: 'Save it as PNG and show it with <mj-image>.',
  canvas: 'Save it as PNG and show it with <mj-image>.',
  picture: 'Keep the <img> that is in it, and take the rest out.',
  base: 'Take it out, and write every address in full.',
  frameset: 'Take it out.',
  marquee: 'Let the words stand still.',
};

export const forbiddenElement = rule({
  id: 'compat/forbidden-element',
  over: 'edition',
  severity: 'error',
  title: 'An edition has nothing in it that mail programs refuse',
  why: 'Mail programs take scripts, forms and films for attacks: they cut them out, put a warning above the email, or file it as junk.',
  origins: [
    { title: 'Can I email, <form> element', url: 'https://www.caniemail.com/features/html-form/' },
    { title: 'Can I email, <video> element', url: 'https://www.caniemail.com/features/html-video/' },
    { title: 'Can I email, <style> element', url: 'https://www.caniemail.com/features/html-style/' },
  ],
  bad: '<form action="https://www.example.org/sign"><input name="email"></form>',
  good: '<a href="https://www.example.org/sign">Sign the petition</a>',
  *judge({ markup }) {
    for (const element of markup.elements) {
      const { name, attribs, parent } = element;
      const fix = Object.hasOwn(refused, name) ? refused[name] : undefined;
      // A form is told of once, with all its fields.
      const isPart = [...lineage(element)].some(
        (outer) => outer !== element && ['form', 'svg', 'object', 'picture'].includes(outer.name),
      );
      if (fix !== undefined && !isPart) {
        yield { words: `The edition has a <${name}> in it, which mail programs refuse.`, fix };
      }
      if (name.startsWith('mj-')) {
        yield {
          words: `${tagOf(element)} stands in the edition as it is: MJML knows no such element there.`,
          fix: 'Look up its name and where it may stand.',
        };
      }
      if (name === 'style' && [...lineage(element)].some((outer) => outer.name === 'body')) {
        yield {
          words: 'A <style> block stands in the body, where Gmail drops it.',
          fix: 'Put it into <mj-head> with <mj-style>.',
        };
      }
      if (name === 'meta' && attribs['http-equiv']?.toLowerCase() === 'refresh') {
        yield { words: 'A <meta http-equiv="refresh"> sends readers to another page.', fix: 'Take it out.' };
      }
      const handler = Object.keys(attribs).find((attribute) => /^on[a-z]+$/.test(attribute));
      const isScript = [attribs.href, attribs.src, attribs.action].some((one) =>
        /^\s*(?:javascript|vbscript):/i.test(one ?? ''),
      );
      if ((handler || isScript) && parent !== null) {
        yield {
          words: `${nameOf(element)} has a script in ${handler ? `“${handler}”` : 'its address'}.`,
          fix: 'Take it out.',
        };
      }
    }
  },
});
