import { rule } from '../../rule.js';

export const mjmlConfigFile = rule({
  id: 'compat/mjml-config-file',
  over: 'workspace',
  severity: 'error',
  title: 'No file tells MJML to run programs',
  why: 'MJML reads a file .mjmlconfig in the folder in which it is started, and runs the programs that the file names. Whoever can put one there can do anything on the computer of everybody who builds.',
  origins: [{ title: 'MJML documentation, .mjmlconfig', url: 'https://documentation.mjml.io/#inside-node-js' }],
  bad: 'A file .mjmlconfig beside mailout.yaml',
  good: 'No such file',
  *judge({ files }) {
    for (const file of files) {
      if (!/(?:^|\/)\.mjmlconfig(?:\.js)?$/.test(file)) continue;
      yield {
        place: { file, line: 1, column: 1 },
        words: `“${file}” tells MJML which programs to run.`,
        fix: 'Delete it, and ask who put it there. mailout needs none.',
      };
    }
  },
});
