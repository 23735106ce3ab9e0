import { relative, resolve } from 'node:path';
import { grouped } from '../../model/count.js';
import { exitCode } from '../../model/fault.js';
import { isError } from '../../model/finding.js';
import { type Command, textOption, wholeNumberOption } from '../command.js';
import { peopleWorld, sayFindings } from '../people.js';

export const generate: Command = {
  summary: 'Write a CSV file of invented people, to try things out with.',
  argument: { name: '<audience>', words: 'the id of the audience whose facets they have' },
  options: [
    { flags: '--count <number>', words: 'how many people, 500 if not given' },
    { flags: '--seed <number>', words: 'another number gives other people; the same gives the same' },
    { flags: '--out <file>', words: 'write here instead of to audiences/private/<audience>-invented.csv' },
  ],
  examples: [
    { line: 'mailout audience generate members --count 500000', words: 'half a million people at example.org' },
  ],
  run: async (names, options, context) => {
    const world = peopleWorld(context);
    const { generatePeople } = await import('../../flows/generate-people.js');
    const out = textOption(options, 'out');
    const count = wholeNumberOption(options, 'count') ?? 500;
    const { file, findings } = await generatePeople(
      {
        audience: names[0] ?? '',
        count,
        seed: wholeNumberOption(options, 'seed') ?? 1,
        ...(out !== undefined && { file: relative(world.root, resolve(context.folder, out)) }),
      },
      world,
    );
    world.end();
    sayFindings(findings, world, context);
    if (file) context.terminal.out(`${file}: ${grouped(count)} invented people.\n`);
    return findings.some(isError) ? exitCode.findings : exitCode.done;
  },
};
