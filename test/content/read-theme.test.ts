import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readTheme } from '../../src/content/read-theme.js';
import { standardTheme } from '../../src/model/design.js';
import { told } from './told.js';

const path = 'templates/theme.yaml';
const read = (text: string) => readTheme({ path, text }, standardTheme);
const complaints = (text: string) => told(read(text).findings);

describe('a theme', () => {
  it('is mailout’s own where it says nothing', () => {
    expect(read('')).toEqual({ value: standardTheme, findings: [] });
  });

  it.each([
    ['type: { size: 18 }', { type: { ...standardTheme.type, size: 18 } }],
    ['type: { text: "Georgia, serif" }', { type: { text: 'Georgia, serif', headings: 'Georgia, serif', size: 16 } }],
    ['type: { headings: Georgia }', { type: { ...standardTheme.type, headings: 'Georgia' } }],
    [
      `type: { text: Arial, headings: "Georgia,'Times New Roman', serif" }`,
      { type: { text: 'Arial', headings: "Georgia,'Times New Roman', serif", size: 16 } },
    ],
    ['spacing: 12', { spacing: 12 }],
    ['corners: 0', { corners: 0 }],
    [
      'logo: { src: templates/logo.png, alt: Us, width: 40 }',
      { logo: { src: 'templates/logo.png', alt: 'Us', width: 40, source: { file: path } } },
    ],
    ['colours: { on-brand: "#FFFFFF" }', { colours: { ...standardTheme.colours, onBrand: '#FFFFFF' } }],
  ])('%s is read', (text, theme) => {
    expect(complaints(text)).toEqual([]);
    expect(read(text).value).toMatchObject(theme);
  });

  it.each([
    ['fonts: Arial', '1:1 There is no setting called “fonts” here. Write “type: { text: … }”.'],
    ['type: { size: 14 }', '1:15 This is not a whole number from 15 to 20.'],
    ['type: { size: 16px }', '1:15 This is not a whole number from 15 to 20.'],
    ['spacing: 41', '1:10 This is not a whole number from 12 to 40.'],
    ['corners: 25', '1:10 This is not a whole number from 0 to 24.'],
    ['corners: 007', '1:10 This is not a whole number from 0 to 24.'],
    ['logo: { src: templates/logo.png, alt: Us, width: 553 }', '1:50 This is not a whole number from 40 to 552.'],
    ['logo: { src: templates/logo.png, width: 100 }', '1:1 “alt” is missing here. Write a line “alt: …”.'],
    ...['Arial; color: red', 'Arial}', '"Arial", serif', '<b>', 'Arial,', "Times', serif", 'url(x)'].map(
      (fonts): [string, string] => [
        `type: { text: '${fonts.replaceAll("'", "''")}' }`,
        "1:15 This is not a list of fonts. Write their names with commas between them, like Georgia, 'Times New Roman', serif.",
      ],
    ),
  ])('%s is a finding', (text, finding) => {
    expect(complaints(text)).toHaveLength(1);
    expect(complaints(text)[0]).toContain(finding);
  });
});

describe('the colours of a theme', () => {
  it.each(Object.keys(standardTheme.colours))('mailout’s own %s can be read, as an editor’s choice too', (colour) => {
    const name = colour === 'onBrand' ? 'on-brand' : colour;
    const value = (mode: 'colours' | 'dark') => standardTheme[mode][colour as keyof typeof standardTheme.colours];
    expect(complaints(`colours: { ${name}: "${value('colours')}" }\ndark: { ${name}: "${value('dark')}" }`)).toEqual(
      [],
    );
  });

  it('of the sample can be read', () => {
    expect(complaints(readFileSync(path, 'utf8'))).toEqual([]);
  });

  it.each([
    [
      'words that are too pale',
      'colours:\n  muted: "#8a8494"',
      '2:10 Words in “muted” (#8a8494) on “paper” (#fffefd) are hard to read: their contrast is 3.5 to 1, and 4.5 is the least that WCAG 2.2 AA allows. Use “#6f6a77” or darker.',
      3,
    ],
    [
      'a ground that is too dark for mailout’s own words',
      'colours:\n  accent: "#b0a0c0"',
      '2:11 Words in “muted” (#5c5664) on “accent” (#b0a0c0) are hard to read: their contrast is 2.9 to 1',
      3,
    ],
    [
      'words on the brand colour',
      'dark: { brand: "#8d5fc0" }',
      '1:16 In dark mode, words in “on-brand” (#f6f1fa) on “brand” (#8d5fc0) are hard to read: their contrast is 4.1 to 1',
      1,
    ],
  ])('%s', (_, text, words, count) => {
    const told = complaints(text);
    expect(told).toHaveLength(count);
    expect(told[0]).toContain(words);
  });

  it('are complained of at the words, if the ground was chosen too', () => {
    const [finding, ...more] = complaints('colours:\n  brand: "#777777"\n  on-brand: "#888888"');
    expect(finding).toMatch(/^3:13 Words in “on-brand” \(#888888\) on “brand” \(#777777\) .* Use “#[0-9a-f]{6}”/);
    expect(more).toHaveLength(1);
    expect(more[0]).toMatch(/^2:10 Words in “brand” \(#777777\) on “paper”/);
  });

  it('are left alone where nothing is read in them', () => {
    expect(complaints('colours: { rule: "#fffefd" }\ndark: { rule: "#1b1722", brand: "#1b1722" }')).toEqual([]);
  });

  it.each([
    'colours: { muted: "#aaaaaa" }',
    'colours: { link: "#00aaff" }',
    'colours: { paper: "#b0b0b0" }',
    'colours: { brand: "#ffcc00" }',
    'dark: { text: "#333333" }',
    'dark: { accent: "#7a6a90" }',
    'dark: { page: "#666666" }',
  ])('%s is mended by one change as advised', (text) => {
    const findings = read(text).findings;
    expect(findings).not.toEqual([]);
    const advised = new Set(findings.map(({ fix }) => /#[0-9a-f]{6}/.exec(fix ?? '')?.[0] ?? ''));
    expect(advised.size).toBe(1);
    expect(complaints(text.replace(/#[0-9a-f]{6}/, [...advised][0] ?? ''))).toEqual([]);
  });
});
