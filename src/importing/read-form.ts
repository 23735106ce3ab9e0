import { type ContributionField, consentHeading, consents, contributionFields } from '../model/contribution.js';

/** A contribution as it was sent in. */
export type Contribution = Partial<Readonly<Record<ContributionField, string>>> & {
  readonly title: string;
  readonly text: string;
};

/** What came of a form: a contribution, or why it goes back. Each reason is a sentence for whoever sent it. */
export type FormReading =
  | { readonly contribution: Contribution; readonly removed: readonly string[] }
  | { readonly returned: readonly string[] };

/** What GitHub writes where nobody has written anything. */
const nothing = /^_?no response_?$/i;

/**
 * Reads what GitHub makes of an issue form, or somebody of the template on GitLab: a heading for each question, and the
 * answer below it.
 *
 * @param ownAddresses addresses that may stay in the text: those of the organisation itself
 */
export function readForm(markdown: string, ownAddresses: readonly string[]): FormReading {
  const answers = answersIn(markdown);
  const returned = [
    ...Object.values(contributionFields)
      .filter(({ isNeeded, heading }) => isNeeded && !answers.has(heading))
      .map(({ heading }) => `There is no answer to “${heading}”`),
    ...(isAgreed(answers.get(consentHeading))
      ? []
      : ['The boxes at the end are not all ticked, so it may not be published']),
  ];
  if (returned.length > 0) return { returned };
  const removed: string[] = [];
  const clean = (text: string) =>
    text.replace(/[\w.+%-]+@[\w-]+(?:\.[\w-]+)+/g, (address) => {
      if (ownAddresses.some((own) => own.toLowerCase() === address.toLowerCase())) return address;
      removed.push(address);
      return '(address taken out)';
    });
  const fields = Object.entries(contributionFields).flatMap(([name, { heading }]) => {
    const answer = answers.get(heading);
    return answer === undefined ? [] : [[name, clean(answer)] as const];
  });
  return { contribution: Object.fromEntries(fields) as unknown as Contribution, removed };
}

function answersIn(markdown: string): ReadonlyMap<string, string> {
  const known = new Set<string>([...Object.values(contributionFields).map(({ heading }) => heading), consentHeading]);
  const answers = new Map<string, string[]>();
  let open: string[] | undefined;
  for (const line of markdown
    .replace(/\r\n?/g, '\n')
    .replace(/<!--[\s\S]*?-->/g, '')
    .split('\n')) {
    const heading = /^#{2,4}\s+(.*?)\s*#*$/.exec(line)?.[1];
    // A heading in somebody’s text is a part of it.
    if (heading !== undefined && known.has(heading)) {
      open = [];
      answers.set(heading, open);
    } else open?.push(line);
  }
  const texts = [...answers].map(([heading, lines]) => [heading, lines.join('\n').trim()] as const);
  return new Map(texts.filter(([, text]) => text !== '' && !nothing.test(text)));
}

function isAgreed(text: string | undefined): boolean {
  const ticked = new Set([...(text ?? '').matchAll(/^\s*[-*]\s+\[[xX]\]\s+(.*?)\s*$/gm)].map(([, words]) => words));
  return consents.every((words) => ticked.has(words));
}
