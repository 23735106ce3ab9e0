import mjml2html, { type MjmlError, type MjmlOptions } from 'mjml';
import { unknownDefaults } from './defaults.js';
import { writeDocument } from './document.js';
import { createSectionMemory, type Reuse, reuseSections } from './sections.js';
import { readStructure, type StructureComplaint } from './structure.js';
import { wordsFor } from './words.js';

/** A design filled in: MJML without the wrapper, which is the compiler's. */
export type MjmlSource = {
  /** BCP 47. */
  readonly lang: string;
  readonly dir: 'ltr' | 'rtl';
  /** Plain text; the subject. */
  readonly title: string;
  /** Markup for inside mj-head: mj-attributes, mj-style, mj-raw, mj-breakpoint. */
  readonly head: string;
  /** The children of mj-body. */
  readonly body: string;
  /** Of mj-body, in pixels; 600 unless told. */
  readonly width?: number;
  /** Of mj-body, a colour. */
  readonly background?: string;
};

/** What is wrong with the markup, with the line in its part, counted from 1. */
export type MjmlComplaint = { readonly part: 'head' | 'body'; readonly line: number; readonly words: string };

export type MjmlResult = {
  /** The document; empty where the markup is so broken that MJML would drop or move parts of it. */
  readonly html: string;
  /** In order of place; empty if all is well. */
  readonly complaints: readonly MjmlComplaint[];
};

export type MjmlCompiler = {
  /**
   * Compiles one document. Deterministic, and the same bytes whether sections are reused or not.
   *
   * @param how.reuse keep the compiled children of mj-body and take those that are known already: for variants and for
   *   the preview, which compile nearly the same again. The first compilation is a little faster without.
   */
  compile(source: MjmlSource, how: { readonly reuse: boolean }): Promise<MjmlResult>;
};

/** Sections remembered at a time; one takes about 5 KB. */
const sectionsKept = 1000;

const options: MjmlOptions = {
  skeleton: writeDocument,
  fonts: {},
  validationLevel: 'soft',
  keepComments: false,
  ignoreIncludes: true,
  minify: false,
  beautify: false,
  // Not the working folder: nothing is read.
  filePath: '',
};

/** A compiler with a memory of its own for sections. */
export function createMjmlCompiler(): MjmlCompiler {
  const memory = createSectionMemory(sectionsKept);
  return {
    async compile(source, { reuse }) {
      const head = readStructure(source.head, 'head');
      const body = readStructure(source.body, 'body');
      const broken = [...placed('head', head.complaints), ...placed('body', body.complaints)];
      if (broken.length > 0) return { html: '', complaints: broken };
      if (!reuse) return compileWhole(source);
      const { lang, dir, width, background } = source;
      const surroundings = JSON.stringify([source.head, lang, dir, width, background]);
      return compileWhole(source, reuseSections(memory, surroundings, source.body, body.children));
    },
  };
}

async function compileWhole(source: MjmlSource, reuse?: Reuse): Promise<MjmlResult> {
  const mjml = mjmlDocument(reuse ? { ...source, body: reuse.body } : source);
  try {
    const { html, errors } = await mjml2html(mjml, reuse ? { ...options, presets: reuse.presets } : options);
    if (errors.length === 0) reuse?.keep();
    return { html, complaints: complaintsOf(source, errors) };
  } catch (cause) {
    // A value that MJML cannot calculate with. As a rule its validator knows which one.
    const complaints = complaintsOf(source, await validate(mjmlDocument(source)));
    return { html: '', complaints: complaints.length > 0 ? complaints : [uncompiled(cause)] };
  }
}

/** A source in the wrapper that every message has. The head’s markup begins on line 2, the body's on the line after the head's last and the wrapper's own. */
export function mjmlDocument({ lang, dir, title, head, body, width = 600, background }: MjmlSource): string {
  const bodyAttributes = background === undefined ? '' : ` background-color="${escapeMarkup(background)}"`;
  return `<mjml lang="${escapeMarkup(lang)}" dir="${dir}"><mj-head><mj-title>${escapeMarkup(title.trim().replace(/\s+/g, ' '))}</mj-title>
${head}
</mj-head><mj-body width="${width}px"${bodyAttributes}>
${body}
</mj-body></mjml>`;
}

function placed(part: 'head' | 'body', complaints: readonly StructureComplaint[]): MjmlComplaint[] {
  return complaints.map((complaint) => ({ part, ...complaint }));
}

function complaintsOf(source: MjmlSource, errors: readonly MjmlError[]): MjmlComplaint[] {
  const headLines = source.head.split('\n').length;
  const validated = errors.map((error): MjmlComplaint => {
    const words = wordsFor(error);
    const line = error.line - 1;
    return line <= headLines ? { part: 'head', line, words } : { part: 'body', line: line - headLines - 1, words };
  });
  return [...placed('head', unknownDefaults(source.head)), ...validated].sort((a, b) =>
    a.part === b.part ? a.line - b.line : a.part === 'head' ? -1 : 1,
  );
}

async function validate(mjml: string): Promise<readonly MjmlError[]> {
  try {
    await mjml2html(mjml, { ...options, validationLevel: 'strict' });
    return [];
  } catch (error) {
    return error instanceof Error && 'errors' in error ? (error.errors as readonly MjmlError[]) : [];
  }
}

function uncompiled(cause: unknown): MjmlComplaint {
  const message = cause instanceof Error ? cause.message : String(cause);
  const words = `MJML cannot compile this (“${message}”). Look for an attribute with an odd value, such as border="true".`;
  return { part: 'body', line: 1, words };
}

/** For markup and for attributes in double quotes. */
function escapeMarkup(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
}
