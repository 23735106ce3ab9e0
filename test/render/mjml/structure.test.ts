import { describe, expect, it } from 'vitest';
import { readStructure } from '../../../src/render/mjml/structure.js';
import { refusedTags } from '../../../src/render/mjml/tags.js';
import { head, shapes } from './sources.js';

const structureComplaints = (markup: string, part: 'head' | 'body') => readStructure(markup, part).complaints;
const column = (inner: string) => `<mj-section><mj-column>${inner}</mj-column></mj-section>`;

describe('readStructure', () => {
  it.each(Object.entries(shapes))('takes %s', (_, shape) => {
    expect(structureComplaints(shape, 'body')).toEqual([]);
  });

  it.each([
    ['a head', head, 'head'],
    ['empty elements of HTML', column('<mj-text>a<br>b<br/><img src="a" alt="">c<hr></mj-text>'), 'body'],
    ['a sign in words', column('<mj-text>3 < 4 & 5 > 4</mj-text>'), 'body'],
    ['a sign in a value', column('<mj-image src="a" alt="a > b" />'), 'body'],
    ['HTML in capitals', column('<mj-text><P>a</p></mj-text>'), 'body'],
    ['an element over two raw tags', '<mj-raw><div></mj-raw><mj-raw></div></mj-raw>', 'body'],
    ['defaults with an end tag', '<mj-attributes><mj-text color="#000000"></mj-text><mj-all/></mj-attributes>', 'head'],
    [
      'defaults of a class',
      '<mj-attributes><mj-class name="a"><mj-text color="#000000"/></mj-class></mj-attributes>',
      'head',
    ],
    ['a comment', '<!-- <mj-text> -->', 'body'],
    ['nothing', '', 'body'],
  ] as const)('takes %s', (_, markup, part) => {
    expect(structureComplaints(markup, part)).toEqual([]);
  });

  it.each([
    ['an open section', '\n<mj-section>\n', 2, /<mj-section> is never closed/],
    [
      'an open column',
      '<mj-section>\n<mj-column>\n</mj-section>',
      2,
      /<mj-column> is not closed before <\/mj-section>/,
    ],
    ['a stray end', column('<mj-text>a</mj-text>\n</mj-text>'), 2, /<\/mj-text> closes nothing/],
    [
      'an open text',
      column('<mj-text>a\n<mj-button>b</mj-button>'),
      2,
      /<mj-text> of line 1 is still open where <mj-button>/,
    ],
    ['a text in a text', column('<mj-text>a\n<mj-text>b</mj-text>\n</mj-text>'), 2, /still open where <mj-text>/],
    ['open HTML', column('<mj-text>\n<b>a</mj-text>'), 2, /<b> is not closed before <\/mj-text>/],
    ['crossed HTML', column('<mj-text><b>\n<i>a</b></i></mj-text>'), 2, /<i> is not closed before <\/b>/],
    ['a stray end of HTML', column('<mj-text>\n</b></mj-text>'), 2, /<\/b> closes nothing/],
    [
      'a missing quotation mark',
      column('<mj-text color="red>a</mj-text>\n<mj-text color="red">b</mj-text>'),
      1,
      /quotation mark/,
    ],
    ['the last quotation mark', column('\n<mj-text color="red>a</mj-text>'), 2, /not complete/],
    ['words in a column', column('\n\n  Hello you'), 3, /“Hello you” stands outside <mj-text>/],
    ['HTML in a column', column('\n<p>Hello</p>'), 2, /<p> stands outside <mj-text>/],
    ['an Outlook comment', column('\n<!--[if mso]><p>a</p><![endif]-->'), 2, /Put it in <mj-raw>/],
    ['MJML in a comment', column('<mj-text>\n<!-- <mj-text> --></mj-text>'), 2, /in this comment would reach readers/],
    ['capitals', '\n<MJ-Section></MJ-Section>', 2, /small letters: <mj-section>/],
    ['an unknown tag', column('\n<mj-txt>a</mj-txt>'), 2, /There is no <mj-txt> in the body/],
    ['a tag of the head', '\n<mj-style></mj-style>', 2, /There is no <mj-style> in the body/],
  ] as const)('complains of %s', (_, markup, line, words) => {
    expect(structureComplaints(markup, 'body')[0]).toEqual({ line, words: expect.stringMatching(words) });
  });

  it('complains once of one fault', () => {
    const markup = column('<mj-text><p>a\n<mj-button>b</mj-button><mj-text><p>c</p></mj-text>');
    expect(structureComplaints(markup, 'body')).toHaveLength(1);
    expect(structureComplaints(column('<mj-text><b>a</p></mj-text></mj-text>'), 'body').length).toBeGreaterThan(1);
  });

  it.each(Object.keys(refusedTags))('refuses <%s> and says what to do', (tag) => {
    for (const part of ['head', 'body'] as const) {
      const [complaint, ...others] = structureComplaints(`\n<${tag} />`, part);
      expect(complaint?.line).toBe(2);
      expect(complaint?.words).toMatch(new RegExp(`^<${tag}> cannot be used\\. .+\\. .+\\.$`));
      expect(others).toEqual([]);
    }
  });

  it('finds the outermost tags with all that is in them', () => {
    const body = '<!-- a -->\n<mj-raw>b<p></mj-raw> <mj-section>\n<mj-column/></mj-section><mj-raw/>\n';
    const { children } = readStructure(body, 'body');
    expect(children.map(({ start, end }) => body.slice(start, end))).toEqual([
      '<mj-raw>b<p></mj-raw>',
      '<mj-section>\n<mj-column/></mj-section>',
      '<mj-raw/>',
    ]);
  });

  it('refuses styles that would have to be inlined', () => {
    const [complaint] = structureComplaints('<mj-style inline="inline">p { margin: 0 }</mj-style>', 'head');
    expect(complaint?.words).toMatch(/<mj-style inline> cannot be used/);
  });

  it('refuses tags of the body in the head, but as defaults', () => {
    expect(structureComplaints('<mj-text />', 'head')[0]?.words).toMatch(/There is no <mj-text> in the head/);
    expect(structureComplaints('<mj-attributes><mj-style /></mj-attributes>', 'head')[0]?.words).toMatch(
      /There is no <mj-style> in <mj-attributes>/,
    );
  });
});
