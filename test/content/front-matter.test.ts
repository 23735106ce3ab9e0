import { describe, expect, it } from 'vitest';
import { cutFrontMatter, frontMatterLimit } from '../../src/content/front-matter.js';
import { readYaml } from '../../src/content/yaml.js';

const cut = (text: string) => cutFrontMatter({ path: 'item.md', text });
const rules = (text: string) => cut(text).findings.map(({ rule, place }) => `${rule}@${place?.line}`);

describe('front matter', () => {
  it.each([
    ['plain', '---\ntitle: A\n---\nText\n', 'Text\n', 4],
    ['with a byte order mark', '\uFEFF---\ntitle: A\n---\nText\n', 'Text\n', 4],
    ['with Windows line ends', '---\r\ntitle: A\r\n---\r\nText\r\n', 'Text\r\n', 4],
    ['with spaces after the dashes', '---  \ntitle: A\n--- \nText', 'Text', 4],
    ['without a body', '---\ntitle: A\n---', '', 4],
    ['with dashes in the body', '---\ntitle: A\n---\nText\n\n---\n\nMore\n', 'Text\n\n---\n\nMore\n', 4],
  ])('%s is cut from the body', (_name, text, body, bodyLine) => {
    expect(cut(text).cut).toMatchObject({ body, bodyLine });
  });

  it.each([
    ['another language', '---js\n({ title: globalThis.ran = true })\n---\n', 'content/front-matter-language@1'],
    ['a language after a space', '--- js\n({})\n---\n', 'content/front-matter-language@1'],
    ['a name from an object’s prototype', '---constructor\ntitle: A\n---\n', 'content/front-matter-language@1'],
    ['four dashes', '----\ntitle: A\n----\n', 'content/front-matter-language@1'],
    ['a closing line with more', '---\ntitle: A\n---js\nText', 'content/front-matter-language@3'],
    ['no front matter', 'Just text\n', 'content/no-front-matter@1'],
    ['an empty file', '', 'content/no-front-matter@1'],
    ['no closing line', '---\ntitle: A\nText\n', 'content/front-matter-open@1'],
    ['far too much of it', `---\ntitle: ${'a'.repeat(frontMatterLimit)}\n---\n`, 'content/front-matter-long@1'],
  ])('%s is refused', (_name, text, rule) => {
    expect(rules(text)).toEqual([rule]);
  });

  it('never runs what a file holds', () => {
    for (const language of ['js', 'javascript', 'json', 'coffee', 'toString'])
      cut(`---${language}\nglobalThis.ran = true\n---\n`);
    expect(Reflect.get(globalThis, 'ran')).toBeUndefined();
  });

  it('remembers nothing: the same broken text is refused every time, and no result is shared', () => {
    const text = '---\ntitle: [A\n---\n';
    const read = () => readYaml('item.md', cut(text).cut?.yaml ?? '').findings.map(({ words }) => words);
    expect(read()).toEqual(read());
    expect(read()).toHaveLength(1);
    expect(cut(text).cut).not.toBe(cut(text).cut);
  });
});
