import type { IParagraphStyleOptions, IStylesOptions, NumberingDefinition } from 'docx';
import type { Theme } from '../../model/design.js';
import { directionOf } from '../direction.js';

/*
 * Lengths are twips (a twentieth of a point), type sizes half points, border sizes eighths of a point: the units of
 * ECMA-376 part 1 §17. The designers' page program maps paragraph styles by name, so everything on the page has one.
 */

/** A4, with margins of 2 cm. */
export const page = { width: 11_906, height: 16_838, margin: 1134, textWidth: 9638 } as const;

/** How far each level of a list goes in. */
export const listIndent = 360;

/** On white 5.7:1, above the 4.5:1 of WCAG 2.2 §1.4.3. */
const deskGrey = '666666';

/** The one cell of a box-out. */
export function boxCell({ colours }: Theme) {
  return {
    shading: { type: 'clear', fill: wordColour(colours.accent) },
    margins: { top: 100, bottom: 120, left: 200, right: 160 },
    borders: {
      top: { style: 'none' },
      bottom: { style: 'none' },
      right: { style: 'none' },
      left: { style: 'single', color: wordColour(colours.brand), size: 24 },
    },
  } as const;
}

/** Word has nine levels of list (§17.9.6); what is deeper stays on the ninth. */
export const deepestLevel = 8;

/** The styles of the copy in a theme's type and colours; `lang` is what Word checks the spelling in. */
export function stylesIn(lang: string, { type, colours }: Theme): IStylesOptions {
  const brand = wordColour(colours.brand);
  const headings = { font: wordFont(type.headings), bold: true } as const;
  return {
    default: {
      document: {
        run: { font: wordFont(type.text), size: 22, language: proofing(lang) },
        paragraph: { spacing: { after: 140, line: 288 } },
      },
      title: {
        ...next('Subtitle'),
        run: { ...headings, size: 52, color: brand },
        paragraph: { spacing: { after: 40 } },
      },
      heading1: {
        ...next('Kicker'),
        run: { ...headings, size: 32, color: brand },
        paragraph: {
          keepNext: true,
          spacing: { before: 560, after: 200 },
          border: { bottom: { style: 'single', color: brand, size: 8, space: 4 } },
        },
      },
      heading2: {
        ...next('Standfirst'),
        run: { ...headings, size: 28, color: '000000' },
        paragraph: { keepNext: true, keepLines: true, spacing: { before: 40, after: 60, line: 264 } },
      },
      heading3: {
        ...next('Normal'),
        run: { bold: true, size: 22, color: '000000' },
        paragraph: { keepNext: true, keepLines: true, spacing: { before: 240, after: 80 } },
      },
      caption: {
        run: { size: 20, color: '000000', italics: false },
        paragraph: { keepLines: true, spacing: { after: 40 } },
      },
      listParagraph: { paragraph: { spacing: { after: 80 } } },
      hyperlink: { run: { color: wordColour(colours.link), underline: { type: 'single' } } },
    },
    paragraphStyles: [
      style('Subtitle', { run: { size: 28 }, paragraph: { spacing: { after: 200 } } }),
      style('Kicker', {
        run: { bold: true, size: 18, color: brand, allCaps: true, characterSpacing: 12 },
        paragraph: { keepNext: true, spacing: { before: 400, after: 0 } },
      }),
      style('Standfirst', {
        run: { size: 24, bold: true },
        paragraph: { keepNext: true, keepLines: true, spacing: { after: 180 } },
      }),
      style('Section Intro', {
        run: { size: 24 },
        paragraph: { keepNext: true, keepLines: true, spacing: { after: 120 } },
      }),
      style('Quote', {
        run: { italics: true },
        paragraph: { indent: { left: 567, right: 567 }, spacing: { before: 140, after: 140 } },
      }),
      style('Box Heading', {
        run: { bold: true, size: 20, color: brand, allCaps: true, characterSpacing: 12 },
        paragraph: { keepNext: true, keepLines: true, spacing: { after: 40 } },
      }),
      style('Box Text', { run: { size: 21 }, paragraph: { spacing: { after: 40 } } }),
      style('Spacer', { run: { size: 12 }, paragraph: { spacing: { after: 0, line: 180, lineRule: 'exact' } } }),
      style('Credit', { run: { size: 18, italics: true }, paragraph: { spacing: { after: 140 } } }),
      style('Partner', { run: { size: 20 }, paragraph: { spacing: { before: 200, after: 140 } } }),
      style('Code', { run: { font: 'Courier New', size: 20 }, paragraph: { spacing: { line: 240 } } }),
      style('Ornament', { paragraph: { alignment: 'center', spacing: { before: 140, after: 140 } } }),
      style('Table Text', { run: { size: 20 }, paragraph: { spacing: { before: 40, after: 40, line: 252 } } }),
      style('Desk Heading', {
        run: { bold: true, size: 22 },
        paragraph: { keepNext: true, spacing: { before: 320, after: 100 } },
      }),
      style('Desk Note', {
        run: { size: 18, color: deskGrey },
        paragraph: { spacing: { before: 120, after: 60, line: 252 } },
      }),
      style('Word Count', {
        run: { size: 18, color: deskGrey },
        paragraph: { keepNext: true, spacing: { after: 160 } },
      }),
      style('Picture File', {
        run: { size: 18, color: deskGrey },
        paragraph: { keepNext: true, keepLines: true, spacing: { before: 240, after: 40 } },
      }),
      style('Page Header', {
        run: { size: 18, color: deskGrey },
        paragraph: { rightTabStop: page.textWidth, spacing: { after: 0 } },
      }),
    ],
  };
}

/** What Word checks the spelling of a text in; the second is for right-to-left scripts (§17.3.2.20). */
export function proofing(lang: string): { readonly value: string; readonly bidirectional?: string } {
  return directionOf(lang).dir === 'rtl' ? { value: lang, bidirectional: lang } : { value: lang };
}

/** Word's list bullets, level by level. */
export const bullets: NumberingDefinition = {
  reference: 'bullets',
  levels: levels((level) => ({ format: 'bullet', text: ['•', '–', '▪'][level % 3] ?? '•' })),
};

/** Numbers that begin at `start`. */
export function numbersFrom(start: number): NumberingDefinition {
  return {
    reference: `numbers-from-${start}`,
    levels: levels((level) => ({ format: 'decimal', text: `%${level + 1}.`, start })),
  };
}

type LevelLook = Pick<NumberingDefinition['levels'][number], 'format' | 'text' | 'start'>;

function levels(look: (level: number) => LevelLook): NumberingDefinition['levels'] {
  return Array.from({ length: deepestLevel + 1 }, (_, level) => ({
    level,
    ...look(level),
    alignment: 'left',
    style: { paragraph: { indent: { left: listIndent * (level + 1), hanging: listIndent } } },
  }));
}

function style(name: string, look: Omit<IParagraphStyleOptions, 'id' | 'name'>): IParagraphStyleOptions {
  return { id: styleId(name), name, basedOn: 'Normal', quickFormat: true, ...look };
}

function next(name: string): { readonly next: string; readonly quickFormat: true } {
  return { next: styleId(name), quickFormat: true };
}

function styleId(name: string): string {
  return name.replaceAll(' ', '');
}

/** Word has no stacks: the first font of one. */
function wordFont(stack: string): string {
  return stack.split(',')[0]?.replace(/["']/g, '').trim() || 'Arial';
}

/** ECMA-376 part 1 §17.18.38: six digits, without a mark. */
function wordColour(hex: string): string {
  return hex.slice(1).toUpperCase();
}
