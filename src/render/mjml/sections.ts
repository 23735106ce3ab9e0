import type { MjmlOptions } from 'mjml';
import { BodyComponent, type BodyContext, components } from 'mjml-core';

/** What a child of mj-body became: its markup, and what it left for the document's head. */
type Section = { readonly html: string; readonly leaves: readonly ((context: BodyContext) => void)[] };

/** Sections by what they are made from, those not used for longest forgotten. */
export type SectionMemory = {
  recall(key: string): Section | undefined;
  keep(key: string, section: Section): void;
};

/** @param limit how many sections are kept */
export function createSectionMemory(limit: number): SectionMemory {
  const kept = new Map<string, Section>();
  const keep = (key: string, section: Section) => {
    kept.delete(key);
    kept.set(key, section);
    for (const oldest of kept.keys()) {
      if (kept.size <= limit) break;
      kept.delete(oldest);
    }
  };
  return {
    keep,
    recall(key) {
      const section = kept.get(key);
      if (section) keep(key, section);
      return section;
    },
  };
}

export type Reuse = {
  /** The children of mj-body with a stand-in for each one that is known, on the same lines as before. */
  readonly body: string;
  /** Puts the known children in place of their stand-ins, and looks at what the others become. */
  readonly presets: NonNullable<MjmlOptions['presets']>;
  /** Keeps what the others became. Not to be called if MJML complained: it has to complain again. */
  keep(): void;
};

/**
 * Compiles only those children of mj-body that are not known. All that depends on more than one child (the joins between
 * comments for Outlook, column widths, styles) is MJML's work over the whole document, as always: what comes out is the
 * same, byte for byte. A child must depend on nothing but its own text and the surroundings, so tags with random ids
 * cannot be reused.
 *
 * @param surroundings all else that a child's markup depends on: the head, and the body's attributes
 * @param children where the children are in the body
 */
export function reuseSections(
  memory: SectionMemory,
  surroundings: string,
  body: string,
  children: readonly { readonly start: number; readonly end: number }[],
): Reuse {
  const keys = children.map(({ start, end }) => surroundings + body.slice(start, end));
  const sections = keys.map((key) => memory.recall(key));
  const isKnown = sections.map((section) => section !== undefined);
  let reduced = '';
  let from = 0;
  for (const [index, { start, end }] of children.entries()) {
    reduced += body.slice(from, isKnown[index] ? start : end);
    if (isKnown[index]) reduced += `<${standIn} />${'\n'.repeat(body.slice(start, end).split('\n').length - 1)}`;
    from = end;
  }
  return {
    body: reduced + body.slice(from),
    presets: [{ components: [reusingBody(sections), StandIn], dependencies: { 'mj-body': [standIn] } }],
    keep() {
      for (const [index, key] of keys.entries()) {
        const section = sections[index];
        if (section && !isKnown[index]) memory.keep(key, section);
      }
    },
  };
}

const standIn = 'mj-known';

class StandIn extends BodyComponent {
  static override readonly componentName = standIn;
  static override readonly allowedAttributes = {};
}

/** @param sections by the number of the child; those that are missing are filled in */
function reusingBody(sections: (Section | undefined)[]): typeof BodyComponent {
  const Body = components['mj-body'];
  if (!Body) throw new Error('The package mjml registers mj-body.');
  return class ReusingBody extends Body {
    #leaves: Section['leaves'][number][] = [];

    override renderChildren(): string {
      return this.props.children
        .map((child, index) => {
          let section = sections[index];
          if (!section) {
            this.#leaves = [];
            section = { html: super.renderChildren([child]), leaves: this.#leaves };
            sections[index] = section;
          }
          for (const leave of section.leaves) leave(this.context);
          return section.html;
        })
        .join('');
    }

    override getChildContext(): BodyContext {
      const leave = (what: (context: BodyContext) => void) => this.#leaves.push(what);
      const { breakpoint } = this.context.globalData;
      return {
        ...super.getChildContext(),
        addMediaQuery: (className, rule) => leave((context) => context.addMediaQuery(className, rule)),
        // Styles are written out at once: the function would keep a whole compilation alive.
        addHeadStyle: (tagName, style) => {
          const rules = style(breakpoint);
          leave((context) => context.addHeadStyle(tagName, () => rules));
        },
        addComponentHeadSyle: (style) => {
          const rules = style(breakpoint);
          leave((context) => context.addComponentHeadSyle(() => rules));
        },
      };
    }
  };
}
