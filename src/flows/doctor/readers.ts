import { type Check, counted, good, warning } from './check.js';

/** A proof is for a handful of people; more are an audience. */
const mostTesters = 20;

/** There is somebody who may get a proof, and not too many. */
const testers: Check = ({ content: { testers } }) => {
  const count = testers.length;
  if (count === 0) {
    return [
      warning('There are no testers, so nobody can get a proof.', 'Write who may get one in audiences/testers.yaml.'),
    ];
  }
  if (count > mostTesters) {
    return [
      warning(
        `There are ${count} testers. Proofs are for a few.`,
        'Keep those in audiences/testers.yaml who look at proofs.',
      ),
    ];
  }
  return [good(`There ${count === 1 ? 'is' : 'are'} ${counted(count, 'tester')}. Proofs go to nobody else.`)];
};

/** There are invented readers to preview an issue as. */
const personas: Check = ({ content: { personas } }) =>
  personas.length > 0
    ? [
        good(
          `There ${personas.length === 1 ? 'is' : 'are'} ${counted(personas.length, 'persona')} to preview issues as.`,
        ),
      ]
    : [
        warning(
          'There are no personas, so an issue cannot be seen as its readers will.',
          'Invent some in audiences/personas.yaml.',
        ),
      ];

export const readerChecks = { testers, personas } satisfies Record<string, Check>;
