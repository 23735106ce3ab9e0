import Handlebars from 'handlebars';
import { blockHelpers, questions } from './helpers.js';
import type { Program } from './tree.js';

/** A Handlebars of its own that knows the helpers of templates and nothing else. */
export type Engine = {
  /**
   * The template as a function. It is compiled when it is first called; faults of a text are thrown then. A tree is
   * only ever one that `parseTemplate` made of a text, for Handlebars runs what a made-up tree says; and it is used up,
   * because Handlebars takes white space out of it.
   */
  readonly compile: <View>(template: string | Program) => (view: View) => string;
  /** Makes a template known as a partial, and gives it as a function too. */
  readonly partial: <View>(name: string, template: string | Program) => (view: View) => string;
};

/** A text as a template prints it with two braces. */
export const asPrinted: (text: string) => string = Handlebars.escapeExpression;

const known = new Set<string>([...blockHelpers, ...Object.keys(questions)]);

export function createEngine(): Engine {
  const own = Handlebars.create();
  // log writes to the console, lookup reaches any property, and the rest guess at what a name means.
  for (const name of Object.keys(own.helpers)) if (!known.has(name)) own.unregisterHelper(name);
  for (const name of Object.keys(own.decorators)) own.unregisterDecorator(name);
  own.registerHelper(questions);

  const options: CompileOptions = {
    knownHelpersOnly: true,
    // Handlebars counts all of its own helpers as known unless told otherwise.
    knownHelpers: Object.fromEntries(
      [...known, 'helperMissing', 'blockHelperMissing', 'log', 'lookup'].map((name) => [name, known.has(name)]),
    ) as KnownHelpers,
    // An indented partial call would otherwise indent every line of the authors' text in it.
    preventIndent: true,
  };
  // Spelt out, because the default denies as well but writes about it to the console.
  const access = { allowProtoPropertiesByDefault: false, allowProtoMethodsByDefault: false };

  return {
    compile: (template) => {
      const fill = own.compile(template, options);
      return (view) => fill(view, access);
    },
    partial: (name, template) => {
      const fill = own.compile(template, options);
      own.registerPartial(name, fill);
      return (view) => fill(view, access);
    },
  };
}
