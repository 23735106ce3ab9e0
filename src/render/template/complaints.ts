import { didYouMean, suggestion } from '../../model/suggest.js';
import type { BlockHelper, Question } from './helpers.js';
import { isGroup, isList, type Shape, shapeInWords } from './shape.js';

/** What the check says of one spot of a template: all of a finding but its place. */
export type Complaint = {
  readonly rule: `template/${string}`;
  readonly words: string;
  readonly fix: string;
  /** Whether it holds only for some of the values that a partial is called with. */
  readonly dependsOnCall?: true;
};

/** The complaints of the check, by what is wrong. Names are given as the template writes them. */
export const complaints = {
  /** `outward` is how the value around, or the whole issue, would be asked for a field of this name. */
  unknownField: (name: string, known: readonly string[], outward?: string): Complaint => ({
    rule: 'template/unknown-field',
    words: `There is no “${name}” here.`,
    fix: outward === undefined ? choice(name, known) : `It belongs further out: write “${outward}”.`,
    dependsOnCall: true,
  }),
  noSuchPart: (part: string, shape: Shape): Complaint => ({
    rule: 'template/unknown-field',
    words: `“${part}” is asked of ${shapeInWords(shape)}, which has no parts with names.`,
    fix: isList(shape)
      ? 'Go through it with “{{#each}}”; only its “length” can be asked for.'
      : 'Name the value itself.',
    dependsOnCall: true,
  }),
  unknownData: (original: string, known: readonly string[]): Complaint => ({
    rule: 'template/unknown-field',
    words: `There is no “${original}”.`,
    fix: choice(original, known),
  }),
  outsideEach: (original: string): Complaint => ({
    rule: 'template/unknown-field',
    words: `“${original}” is only known inside “{{#each}}”.`,
    fix: 'Move it into the block, or remove it.',
    dependsOnCall: true,
  }),
  nothingAbove: (original: string, fromRoot?: string): Complaint => ({
    rule: 'template/nothing-above',
    words: `“${original}” leads nowhere: there is nothing so far above.`,
    fix:
      fromRoot === undefined
        ? 'Remove “../”: a partial sees only the value that it is called with.'
        : `Write “${fromRoot}”.`,
  }),
  doubtfulParent: (original: string): Complaint => ({
    rule: 'template/doubtful-parent',
    words: `Where “${original}” leads from here depends on what the values happen to be.`,
    fix: 'Name the outer value with “as |name|”, or begin at “@root”.',
    dependsOnCall: true,
  }),

  escapedHtml: (name: string): Complaint => ({
    rule: 'template/escaped-html',
    words: `“${name}” is markup already: two braces would print its tags as words.`,
    fix: `Write “{{{${name}}}}”.`,
    dependsOnCall: true,
  }),
  unescapedText: (name: string): Complaint => ({
    rule: 'template/unescaped-text',
    words: `“${name}” is text: with three braces a “<” in it would break the mail.`,
    fix: `Write “{{${name}}}”.`,
    dependsOnCall: true,
  }),
  notText: (name: string, shape: Shape): Complaint => ({
    rule: 'template/not-text',
    words: `“${name}” is ${shapeInWords(shape)} and cannot be printed.`,
    fix: isList(shape)
      ? `Go through it: “{{#each ${name}}} … {{/each}}”.`
      : isGroup(shape)
        ? `Print one of its values: ${Object.keys(shape).join(', ')}.`
        : `Ask for it: “{{#if ${name}}} … {{/if}}”.`,
    dependsOnCall: true,
  }),
  literal: (): Complaint => ({
    rule: 'template/unsupported',
    words: 'Only names of values stand between braces.',
    fix: 'Write the words themselves, without braces.',
  }),
  noValue: (original: string): Complaint => ({
    rule: 'template/unsupported',
    words: `“${original}” is no value for a template.`,
    fix: 'Write "" or false.',
  }),

  unknownHelper: (name: string, known: readonly string[]): Complaint => ({
    rule: 'template/unknown-helper',
    words: `There is no helper “${name}”.`,
    fix: suggestion(name, known),
  }),
  blockAlone: (name: BlockHelper): Complaint => ({
    rule: 'template/arguments',
    words: `“${name}” begins a block and cannot stand alone.`,
    fix: `Write “{{#${name} …}} … {{/${name}}}”.`,
  }),
  questionAsBlock: (name: Question): Complaint => ({
    rule: 'template/arguments',
    words: `“${name}” answers a question and is no block.`,
    fix: `Write “{{#if (${name} …)}} … {{/if}}”.`,
  }),
  questionArguments: (name: Question): Complaint => ({
    rule: 'template/arguments',
    words: name === 'eq' ? '“eq” compares two values.' : `“${name}” takes two values or more.`,
    fix: `Write “(${name} one other)”.`,
  }),
  neverEqual: (one: Shape, other: Shape): Complaint => ({
    rule: 'template/arguments',
    words: `“eq” compares ${shapeInWords(one)} with ${shapeInWords(other)} here.`,
    fix: 'Compare texts with texts (in quotes), and numbers with numbers.',
    dependsOnCall: true,
  }),

  blockArguments: (name: BlockHelper, given: string | undefined): Complaint => ({
    rule: 'template/arguments',
    words: `“{{#${name}}}” is about exactly one thing.`,
    fix:
      given === undefined
        ? `Write “{{#${name} something}}”.`
        : `Write “{{#${name} ${given}}}”; two questions go together as “(and a b)” or “(or a b)”.`,
  }),
  blockNames: (name: BlockHelper): Complaint => ({
    rule: 'template/block-names',
    words: `“{{#${name}}}” does not give out so many names.`,
    fix: 'Write “{{#each list as |item index|}}” or “{{#with value as |name|}}”, and no “as” in other blocks.',
  }),
  takenName: (name: string): Complaint => ({
    rule: 'template/block-names',
    words: `“${name}” means something else in templates and cannot be a name.`,
    fix: 'Choose another one.',
  }),
  notAList: (name: string, shape: Shape): Complaint => ({
    rule: 'template/not-a-list',
    words: `“${name}” is ${shapeInWords(shape)}, not a list.`,
    fix: `Write “{{#${isGroup(shape) ? 'with' : 'if'} ${name}}}”.`,
    dependsOnCall: true,
  }),
  bareBlock: (name: string, shape: Shape): Complaint => {
    const helper = isList(shape) ? 'each' : isGroup(shape) ? 'with' : 'if';
    return {
      rule: 'template/bare-block',
      words: `“{{#${name}}}” does not say what to do with “${name}”.`,
      fix: `Write “{{#${helper} ${name}}} … {{/${helper}}}”.`,
      dependsOnCall: true,
    };
  },
  rawBlock: (): Complaint => ({
    rule: 'template/unsupported',
    words: 'Blocks with four braces are not used in templates.',
    fix: 'To print “{{” write “\\{{”.',
  }),

  unknownPartial: (name: string, known: readonly string[]): Complaint => ({
    rule: 'template/unknown-partial',
    words: `There is no partial “${name}”.`,
    fix: suggestion(name, known),
  }),
  dynamicPartial: (): Complaint => ({
    rule: 'template/dynamic-partial',
    words: 'Which partial this is cannot be known beforehand, so it cannot be checked.',
    fix: 'Name it: “{{> card}}”. Choose between several with “{{#if}}”.',
  }),
  partialCycle: (circle: readonly string[]): Complaint => ({
    rule: 'template/partial-cycle',
    words: `Partials call one another in a circle: ${circle.join(' → ')}.`,
    fix: 'Take this call out, or repeat with “{{#each}}”.',
  }),
  partialArguments: (): Complaint => ({
    rule: 'template/arguments',
    words: 'A partial is given one value at most.',
    fix: 'Write “{{> name value}}” or “{{> name key=value}}”.',
  }),
  partialBlock: (): Complaint => ({
    rule: 'template/unsupported',
    words: 'Partials take no block.',
    fix: 'Call it with “{{> name}}”, and give what differs as “key=value”.',
  }),
  decorator: (): Complaint => ({
    rule: 'template/unsupported',
    words: 'Templates cannot define partials or decorators with “*”.',
    fix: 'Put the part into a file of its own and call it with “{{> name}}”.',
  }),
} as const;

function choice(typed: string, known: readonly string[]): string {
  const meant = didYouMean(typed, known);
  const all = known.length > 0 ? `There is: ${known.join(', ')}.` : 'There is nothing.';
  return meant === undefined ? all : `Did you mean “${meant}”? ${all}`;
}
