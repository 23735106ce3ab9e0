import { knownNames } from '../../flows/completion/known-names.js';
import { findWorkspace } from '../../workspace/find.js';
import type { Commands, Context } from '../command.js';
import { type Candidate, starting, wantedBy } from './candidates.js';

/** What completes the last of the words, a line each, with a tab before its description. Never throws: a shell asks. */
export async function complete(
  typed: readonly string[],
  commands: Commands,
  { folder, now }: Context,
): Promise<string> {
  const wanted = wantedBy(typed, commands);
  if (!wanted) return '';
  if ('words' in wanted) return listed(wanted.words);
  const root = rootOf(folder);
  const names: string[] = [];
  for (const thing of wanted.names) {
    if (thing === 'rule') names.push(...(await ruleIds()));
    else if (root !== undefined) names.push(...(await knownNames(thing, root, now(), wanted.publication)));
  }
  return listed(
    starting(
      wanted.before,
      names.map((value) => ({ value })),
    ),
  );
}

function rootOf(folder: string): string | undefined {
  try {
    return findWorkspace(folder);
  } catch {
    return undefined;
  }
}

async function ruleIds(): Promise<readonly string[]> {
  const { allRules } = await import('../../check/all-rules.js');
  return allRules.map(({ id }) => id);
}

/** A name with a control character in it is not offered: a shell reads lines. */
function listed(candidates: readonly Candidate[]): string {
  return candidates
    .filter(({ value }) => !/\p{Cc}/u.test(value))
    .map(({ value, words }) => `${value}${words === undefined ? '' : `\t${words}`}\n`)
    .join('');
}
