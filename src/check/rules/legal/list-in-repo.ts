import type { Audience } from '../../../model/audience.js';
import { rule } from '../../rule.js';

const address = /[\w.+'-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}/g;
const workbook = /\.(?:xlsx?|xlsm|ods|numbers|vcf)$/i;
const namesPeople = /member|subscriber|recipient|contact|mailing|people|roster|officers?\b|secretar/i;

export const listInRepo = rule({
  id: 'legal/list-in-repo',
  over: 'workspace',
  severity: 'error',
  title: 'Lists of people are not among the files that others get',
  why: 'Who is in a union is a fact that the law protects more than most. What git has taken once is in everybody’s copy for ever, even when the file is gone. mailout keeps audiences/private/ out of git for such files.',
  origins: [
    { title: 'UK GDPR, article 9', url: 'https://www.legislation.gov.uk/eur/2016/679/article/9' },
    { title: 'UK GDPR, article 32', url: 'https://www.legislation.gov.uk/eur/2016/679/article/32' },
  ],
  bad: 'audiences/members.csv',
  good: 'audiences/private/members.csv',
  *judge({ files, tables }, { audiences }) {
    const invented = new Set(audiences.filter(({ environment }) => environment === 'test').flatMap(fileOf));
    const sources = new Set(audiences.flatMap(fileOf));
    const told = (path: string, words: string) => ({
      place: { file: path, line: 1, column: 1 },
      words,
      fix: `Move it to audiences/private/, and take it out of git: git rm --cached "${path}". If it was ever pushed, tell your data protection officer.`,
    });
    const beginnings = new Map(tables.map(({ path, head }) => [path, head]));
    for (const path of files) {
      if (invented.has(path)) continue;
      const head = beginnings.get(path);
      const people = head === undefined ? 0 : new Set(head.match(address)).size;
      if (people > 1)
        yield told(path, `“${path}” has people’s addresses in it, and everybody who gets this folder gets them.`);
      else if (sources.has(path)) {
        yield told(
          path,
          `“${path}” has the people of an audience in it, and everybody who gets this folder gets them.`,
        );
      } else if (workbook.test(path) && namesPeople.test(path)) {
        yield {
          ...told(path, `“${path}” looks like a list of people, and everybody who gets this folder gets it.`),
          severity: 'warning',
        };
      }
    }
  },
});

function fileOf({ people }: Audience): string[] {
  return people && 'file' in people ? [people.file] : [];
}
