import { type ExitCode, exitCode } from '../../model/fault.js';
import { isError } from '../../model/finding.js';
import { type Command, type Context, type Options, textOption } from '../command.js';
import { audienceRequest, issueOptions, peopleWorld, sayFindings } from '../people.js';

export const explain: Command = {
  summary: 'Say who of an audience gets mail, who does not, and why.',
  argument: { name: '<audience>', words: 'the id of an audience' },
  options: [
    ...issueOptions,
    { flags: '--who <address>', words: 'tell the story of one person' },
    { flags: '--reveal', words: 'show her address as it is' },
    { flags: '--json', words: 'print the result as one JSON object' },
  ],
  examples: [
    { line: 'mailout audience explain members', words: 'how many, and why not the others' },
    { line: 'mailout audience explain members --who jo@example.org', words: 'why Jo does not get it' },
  ],
  run: async (names, options, context) => {
    const who = textOption(options, 'who');
    return who === undefined ? explainAll(names, options, context) : explainPerson(names, options, context, who);
  },
};

async function explainAll(names: readonly string[], options: Options, context: Context): Promise<ExitCode> {
  const { terminal } = context;
  const world = peopleWorld(context);
  const { explainAudience } = await import('../../flows/explain-audience.js');
  const { explanation, findings } = await explainAudience(audienceRequest(names, options), world);
  world.end();
  const failed = findings.some(isError);
  if (options.json) {
    terminal.out(`${JSON.stringify({ ok: !failed, ...explanation, findings }, null, 2)}\n`);
  } else {
    const { explainReport } = await import('./explain-report.js');
    sayFindings(findings, world, context);
    if (explanation) terminal.out(explainReport(explanation, terminal.onOut));
  }
  return failed ? exitCode.findings : exitCode.done;
}

async function explainPerson(
  names: readonly string[],
  options: Options,
  context: Context,
  who: string,
): Promise<ExitCode> {
  const { terminal } = context;
  const world = peopleWorld(context);
  const { personStory } = await import('../../flows/person-story.js');
  const { story, findings } = await personStory(audienceRequest(names, options), who, world);
  world.end();
  const failed = findings.some(isError);
  const shown = story && (options.reveal === true ? who : story.shown);
  if (options.json) {
    terminal.out(`${JSON.stringify({ ok: !failed, ...story, shown, findings }, null, 2)}\n`);
  } else {
    const { storyReport } = await import('./story-report.js');
    sayFindings(findings, world, context);
    if (story && shown !== undefined) terminal.out(storyReport(story, shown, terminal.onOut));
  }
  return failed ? exitCode.findings : exitCode.done;
}
