import type { Design } from '../../model/design.js';
import { type Finding, inOrderOfPlace, isError } from '../../model/finding.js';
import type { Place } from '../../model/place.js';
import { checkTemplates, type ParsedFile } from './check.js';
import { createEngine } from './engine.js';
import { placeOfLine, withMarkers, withoutMarkers } from './markers.js';
import { parseTemplate } from './parse.js';
import type { Shape, ShapeOf } from './shape.js';

export type Part = 'head' | 'body';

/** MJML as the templates of a design make it of one view. */
export type Rendered = {
  /** What goes into <mj-head>: the partial “head”, or nothing if the design has none. */
  readonly head: string;
  readonly body: string;
  /** Where in the templates a line (from 1) of a part comes from: that of its first MJML tag, or of the last before it. */
  placeOf(part: Part, line: number): Place;
};

/** Without `rendered`, the findings say what went wrong. */
export type Rendering = { readonly findings: readonly Finding[]; readonly rendered?: Rendered };

/** `render` is there if no finding is an error. It can be called any number of times, and throws nothing. */
export type CompiledDesign<View> = {
  readonly findings: readonly Finding[];
  readonly render?: (view: View) => Rendering;
};

/**
 * Checks all templates of a design against the shape of what they are given, and makes a function of them. Values are
 * escaped where a template prints them, and are never read as templates. A view is plain data: Handlebars reads only
 * what an object itself has, and cannot compare objects without a prototype.
 */
export function compileDesign<View extends object>(design: Design, shape: ShapeOf<View> & Shape): CompiledDesign<View> {
  const parsed = new Map<string, Parsed>();
  for (const [name, template] of Object.entries(design.partials)) {
    parsed.set(name, { ...template, ...parseTemplate(template) });
  }
  const body: Parsed = { ...design.body, ...parseTemplate(design.body) };
  const head = parsed.get('head');

  const checked = checkTemplates({ entries: head ? [body, head] : [body], partials: parsed }, shape);
  const isUsed = (name: string) => checked.used.has(name) || name === 'head' || body.tree === undefined;
  const findings = inOrderOfPlace([
    ...body.findings,
    ...[...parsed].flatMap(([name, file]) => (isUsed(name) ? file.findings : file.findings.map(asWarning))),
    ...checked.findings,
  ]);
  if (findings.some(isError)) return { findings };
  return { findings, render: renderer(body, parsed) };
}

type Parsed = ParsedFile & { readonly text: string; readonly findings: readonly Finding[] };

/** A partial that nobody calls does no harm, and may be somebody's half-finished work. */
function asWarning(finding: Finding): Finding {
  return { ...finding, severity: 'warning' };
}

function renderer<View>(body: Parsed, partials: ReadonlyMap<string, Parsed>): (view: View) => Rendering {
  const engine = createEngine();
  const places: Place[] = [];
  const marked = (file: Parsed) => (file.tree ? withMarkers(file, file.tree, places) : file.text);
  const fills = new Map<string, (view: View) => string>();
  for (const [name, file] of partials) if (file.tree) fills.set(name, engine.partial(name, marked(file)));
  const head = partials.get('head');
  const fillHead = fills.get('head');
  const fillBody = engine.compile<View>(marked(body));
  const top = (part: Part): Place => ({ file: (part === 'head' && head ? head : body).file, line: 1, column: 1 });

  return (view) => {
    try {
      const filled = { head: fillHead?.(view) ?? '', body: fillBody(view) };
      return {
        findings: [],
        rendered: {
          head: withoutMarkers(filled.head),
          body: withoutMarkers(filled.body),
          placeOf: (part, line) => placeOfLine(filled[part], line, places) ?? top(part),
        },
      };
    } catch (fault) {
      return { findings: [faultFinding(fault, top('body'))] };
    }
  };
}

function faultFinding(fault: unknown, place: Place): Finding {
  const said = fault instanceof Error ? fault.message : String(fault);
  return {
    rule: 'template/fault',
    severity: 'error',
    place,
    words: `This design could not be filled in. Handlebars says: ${said}.`,
    fix: 'Take back the last change to its templates, or simplify the part that it touched.',
  };
}
