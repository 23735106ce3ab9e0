import { describe, expect, it } from 'vitest';
import { readAudience } from '../../src/content/read-audience.js';
import { told } from './told.js';

const read = (settings: string) =>
  readAudience('members', { path: 'audiences/members.yaml', text: `title: Members\nwhy: You are one.\n${settings}` });

const columns = 'columns: { email: E-mail }';

describe('a source', () => {
  it.each([
    ['{ kind: csv, file: audiences/private/m.csv }', { kind: 'csv', file: 'audiences/private/m.csv' }],
    [
      '{ kind: csv, file: m.csv, encoding: utf-16le, delimiter: semicolon }',
      { kind: 'csv', file: 'm.csv', encoding: 'utf-16le', delimiter: ';' },
    ],
    ['{ kind: xlsx, file: m.xlsx, sheet: Members }', { kind: 'xlsx', file: 'm.xlsx', sheet: 'Members' }],
    [
      '{ kind: postgres, query: select * from members }',
      { kind: 'postgres', query: 'select * from members', connection: 'MAILOUT_PEOPLE' },
    ],
    [
      '{ kind: postgres, query: select 1, connection: MEMBERS }',
      { kind: 'postgres', query: 'select 1', connection: 'MEMBERS' },
    ],
    ['{ kind: sendgrid, list: abc }', { kind: 'sendgrid', list: 'abc' }],
    ['{ kind: sendgrid, segment: abc }', { kind: 'sendgrid', segment: 'abc' }],
  ])('%s', (source, people) => {
    const { value, findings } = read(`source: ${source}\n${columns}`);
    expect(findings).toEqual([]);
    expect(value).toMatchObject({ people, environment: 'live', columns: { email: 'E-mail' }, change: 20 });
  });

  it('of invented people has columns of its own, and is a test', () => {
    const { value } = read('source: { kind: invented, count: 20 }\nfields: [{ name: first_name, fallback: friend }]');
    expect(value).toMatchObject({
      people: { kind: 'invented', count: 20, seed: 1 },
      environment: 'test',
      columns: { email: 'email', fields: [{ name: 'first_name', column: 'first_name', fallback: 'friend' }] },
    });
  });

  it.each([
    ['source: { kind: csv }\ncolumns: {}', '3:1 “file” is missing here. A source of kind “csv” needs it.'],
    [
      'source: { kind: cvs, file: m.csv }\ncolumns: {}',
      '3:17 “cvs” cannot stand for “kind”. There is: csv, xlsx, postgres, sendgrid, invented.',
    ],
    [
      'source: { kind: xlsx, file: m.xlsx, delimiter: tab }\ncolumns: {}',
      '3:48 A source of kind “xlsx” has no “delimiter”. Leave it out.',
    ],
    [
      'source: { kind: sendgrid }\ncolumns: {}',
      '3:1 There is neither a list nor a segment. Write either “list:” or “segment:”, with its id.',
    ],
    [
      'source: { kind: sendgrid, list: a, segment: b }\ncolumns: {}',
      '3:1 There is both a list and a segment. Write either “list:” or “segment:”, with its id.',
    ],
    [
      'source: { kind: csv, file: ../members.csv }\ncolumns: {}',
      '3:28 This path leads out of the workspace. Write it from the top of the workspace, like audiences/private/members.csv.',
    ],
    [
      'source: { kind: csv, file: /etc/passwd }\ncolumns: {}',
      '3:28 This path leads out of the workspace. Write it from the top of the workspace, like audiences/private/members.csv.',
    ],
    [
      'source: { kind: postgres, query: select 1, connection: "postgres://me:secret@db/x" }\ncolumns: {}',
      '3:56 This is not the name of an environment variable. Those are capital letters, digits and underscores, like MEMBERS_DATABASE.',
    ],
    [
      'source: { kind: invented, count: 5 }\nenvironment: live',
      '4:14 Invented people are no live audience. Write “environment: test”.',
    ],
    [
      'source: { kind: invented, count: 5 }\ncolumns: {}',
      '4:1 Invented people have columns of their own. Leave “columns” out.',
    ],
    [
      'source: { kind: csv, file: m.csv }',
      '3:1 Nothing says which column of the source has the addresses. Write “columns:”, and below it “email:” with the name of the column, and those of fields and facets.',
    ],
    [
      'fields: [{ name: first_name }]\ncolumns: { fields: { frist_name: A } }',
      '4:34 “frist_name” is none of the audience’s fields. Did you mean “first_name”?',
    ],
    [
      'fields: [{ name: branch }]\nsource: { kind: csv, file: m.csv }\ncolumns: {}',
      '3:1 The field “branch” has neither a column nor a fallback, so it would be blank for everybody. Name its column below “columns”, under “fields”, or give it a fallback.',
    ],
    [
      'size: { from: 20, until: 10 }',
      '3:1 “until” is less than “from”, so no number of people would do. Swap the two.',
    ],
    ['basis: because', '3:8 “because” cannot stand for “basis”. There is: member-service, consent, soft-opt-in.'],
    ['unsubscribe-group: twelve', '3:20 This is not a whole number.'],
  ])('%s', (settings, finding) => {
    expect(told(read(settings).findings)).toEqual([finding]);
  });
});

it('what a column says can mean a value, or that there is none', () => {
  const { value } = read(
    'facets: { nations: [wales] }\ncolumns: { facets: { nations: { column: Nation, values: { Cymru: wales, "n/a": none }, fallback: wales } } }',
  );
  expect(value?.columns.facets.nations).toEqual({
    column: 'Nation',
    values: { Cymru: 'wales', 'n/a': null },
    fallback: 'wales',
  });
});

it('a facet with one value needs no column, unless one is named', () => {
  const facets = 'facets: { roles: [iso], nations: [wales], languages: [en, cy] }\n';
  expect(read(`${facets}columns: {}`).value?.columns.everybody).toEqual({ roles: 'iso', nations: 'wales' });
  expect(read(`${facets}columns: { facets: { roles: { column: Role } } }`).value?.columns.everybody).toEqual({
    nations: 'wales',
  });
});
