import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import formats from 'ajv-formats';
import fc from 'fast-check';
import { SaxesParser } from 'saxes';
import { describe, expect, it } from 'vitest';
import type { Finding } from '../../../src/model/finding.js';
import type { Report } from '../../../src/terminal/reporters/report.js';
import { reporterNames, reporters } from '../../../src/terminal/reporters/reporters.js';

const rules = [
  {
    id: 'link/https',
    title: 'Links begin with https',
    why: 'Over http anybody can read along.',
    severity: 'warning',
    origins: [{ title: 'RFC 9325', url: 'https://www.rfc-editor.org/rfc/rfc9325' }],
    bad: 'http://www.example.org',
    good: 'https://www.example.org',
  },
  {
    id: 'content/yaml',
    title: 'Settings can be read',
    why: 'They are YAML.',
    severity: 'error',
    origins: [{ title: 'YAML' }],
    bad: '```yaml',
    good: 'title: x',
  },
] as const;

const finding: Finding = {
  rule: 'link/https',
  severity: 'warning',
  place: { file: 'issues/items/cuba, a report: 100%.md', line: 12, column: 7 },
  words: 'The link to “a,b:c” is not encrypted.\nIt is 100 % open.',
  fix: 'Try https://.',
  edits: [{ file: 'issues/items/cuba, a report: 100%.md', start: 3, end: 7, text: 'https' }],
};

function report(findings: readonly Finding[], allowed: Report['allowed'] = []): Report {
  return { findings, allowed, rules, version: '1.2.3', ok: findings.length === 0 };
}

/** Findings with every character that somebody may type or paste. */
const anyText = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.string({ unit: 'binary' }),
  fc.constantFrom(']]>', '::', '%0A'),
);
const anyFinding: fc.Arbitrary<Finding> = fc.record(
  {
    rule: fc.constantFrom('link/https', 'content/yaml', 'check/unknown-rule'),
    severity: fc.constantFrom('error' as const, 'warning' as const, 'info' as const),
    words: anyText.filter((text) => text !== ''),
    fix: anyText,
    place: fc.record({
      file: fc.stringMatching(/^[a-zé %,:#?&"'-]{1,12}(\/[a-z .]{1,8})?$/),
      line: fc.integer({ min: 1, max: 9999 }),
      column: fc.integer({ min: 1, max: 999 }),
    }),
    edits: fc.array(
      fc.record({
        file: fc.constantFrom('a.md', 'b c.md'),
        start: fc.nat(99),
        end: fc.integer({ min: 99, max: 200 }),
        text: anyText,
      }),
      { maxLength: 3 },
    ),
  },
  { requiredKeys: ['rule', 'severity', 'words'] },
);
const anyReport = fc
  .record({ findings: fc.array(anyFinding, { maxLength: 6 }), allowed: fc.array(anyFinding, { maxLength: 2 }) })
  .map(({ findings, allowed }) =>
    report(
      findings,
      allowed.map((one) => ({ finding: one, because: 'It is so', until: '2027-01-01' })),
    ),
  );

describe('json', () => {
  it('is one object with counts', () => {
    const { ok, counts, findings } = JSON.parse(reporters.json(report([finding])));
    expect({ ok, counts, findings }).toEqual({
      ok: false,
      counts: { errors: 0, warnings: 1, infos: 0, allowed: 0 },
      findings: [finding],
    });
  });
});

describe('sarif', () => {
  // One of its patterns is none by the rules of Unicode expressions.
  const ajv = new Ajv({ strict: false, unicodeRegExp: false });
  formats.default(ajv);
  const schema = JSON.parse(readFileSync(new URL('schemas/sarif-2.1.0.json', import.meta.url), 'utf8'));
  const validate = ajv.compile(schema);

  it('is valid by its schema, whatever was found', () => {
    fc.assert(
      fc.property(anyReport, (one) => {
        const isValid = validate(JSON.parse(reporters.sarif(one)));
        expect(validate.errors).toBeNull();
        expect(isValid).toBe(true);
      }),
      { numRuns: 200 },
    );
  });

  it('the schema would complain', () => {
    const log = JSON.parse(reporters.sarif(report([finding])));
    log.runs[0].results[0].level = 'fatal';
    expect(validate(log)).toBe(false);
  });

  it('says where, how severe, what mends it, and what is allowed', () => {
    const allowed = [
      { finding: { ...finding, words: 'Another.' }, because: 'They have no other', until: '2027-01-01' },
    ];
    const [run] = JSON.parse(reporters.sarif(report([finding], allowed))).runs;
    expect(run.tool.driver).toMatchObject({ name: 'mailout', semanticVersion: '1.2.3' });
    expect(run.results[0]).toMatchObject({
      ruleId: 'link/https',
      ruleIndex: 0,
      level: 'warning',
      locations: [
        {
          physicalLocation: {
            artifactLocation: { uri: 'issues/items/cuba%2C%20a%20report%3A%20100%25.md', uriBaseId: 'WORKSPACE' },
            region: { startLine: 12, startColumn: 7 },
          },
        },
      ],
      fixes: [
        {
          artifactChanges: [
            { replacements: [{ deletedRegion: { charOffset: 3, charLength: 4 }, insertedContent: { text: 'https' } }] },
          ],
        },
      ],
    });
    expect(run.results[1].suppressions).toEqual([{ kind: 'inSource', justification: 'They have no other' }]);
  });
});

describe('sarif, as somebody reads it', () => {
  const [run] = JSON.parse(
    reporters.sarif(report([{ rule: 'content/yaml', severity: 'error', words: 'There is no {0}, {{titel}} or {.' }])),
  ).runs;

  it('has words that its readers fill nothing into', () => {
    // As a viewer does it: 3.11.5 of the standard.
    const seen = run.results[0].message.text.replace(/\{\{|\}\}|\{(\d+)\}/g, (typed: string, gap?: string) =>
      gap === undefined ? typed.slice(1) : '(filled in)',
    );
    expect(seen).toBe('There is no {0}, {{titel}} or {.');
  });

  it('explains rules with examples and sources', () => {
    const [https, yaml] = run.tool.driver.rules;
    expect(https.helpUri).toBe('https://www.rfc-editor.org/rfc/rfc9325');
    expect(https.help.markdown).toContain('```\nhttp://www.example.org\n```');
    expect(https.help.markdown).toContain('- [RFC 9325](https://www.rfc-editor.org/rfc/rfc9325)');
    expect(yaml).not.toHaveProperty('helpUri');
    expect(yaml.help.markdown).toContain('````\n```yaml\n````');
  });
});

/**
 * How GitHub’s runner reads a line (actions/runner, src/Runner.Common/ActionCommand.cs, TryParseV2): the command is up to
 * the first space, properties are split at commas and at their first “=”, and only then are escapes undone.
 */
function readWorkflowCommand(line: string) {
  const end = line.indexOf('::', 2);
  expect(line.startsWith('::') && end > 0).toBe(true);
  const info = line.slice(2, end);
  const space = info.indexOf(' ');
  const command = space === -1 ? info : info.slice(0, space);
  const undo = (text: string) =>
    text
      .replaceAll('%2C', ',')
      .replaceAll('%3A', ':')
      .replaceAll('%0A', '\n')
      .replaceAll('%0D', '\r')
      .replaceAll('%25', '%');
  const properties = new Map(
    info
      .slice(space + 1)
      .split(',')
      .filter((pair) => pair.includes('='))
      .map((pair) => [pair.slice(0, pair.indexOf('=')), undo(pair.slice(pair.indexOf('=') + 1))]),
  );
  const data = line
    .slice(end + 2)
    .replaceAll('%0A', '\n')
    .replaceAll('%0D', '\r')
    .replaceAll('%25', '%');
  return { command, properties, data };
}

describe('github', () => {
  it('is read back by its rules as it was meant, whatever was found', () => {
    fc.assert(
      fc.property(anyReport, (one) => {
        const lines = reporters.github(one).split('\n').slice(0, -1);
        expect(lines).toHaveLength(one.findings.length);
        for (const [index, line] of lines.entries()) {
          const { rule, severity, place, words, fix } = one.findings[index] ?? finding;
          const { command, properties, data } = readWorkflowCommand(line);
          expect(command).toBe(severity === 'info' ? 'notice' : severity);
          expect(properties.get('title')).toBe(rule);
          expect(properties.get('file')).toBe(place?.file);
          expect(properties.get('line')).toBe(place && String(place.line));
          expect(properties.get('col')).toBe(place && String(place.column));
          expect(data).toBe(fix === undefined ? words : `${words}\n${fix}`);
        }
      }),
    );
  });
});

describe('gitlab', () => {
  it('has what GitLab asks for, and fingerprints that are each one’s own', () => {
    fc.assert(
      fc.property(anyReport, (one) => {
        const entries = JSON.parse(reporters.gitlab(one)) as Record<string, unknown>[];
        expect(entries).toHaveLength(one.findings.length);
        for (const entry of entries) {
          expect(entry).toMatchObject({
            description: expect.any(String),
            check_name: expect.any(String),
            severity: expect.stringMatching(/^(info|minor|major|critical|blocker)$/),
            location: { path: expect.any(String), lines: { begin: expect.any(Number) } },
          });
        }
        expect(new Set(entries.map(({ fingerprint }) => fingerprint)).size).toBe(entries.length);
      }),
    );
  });

  it('fingerprints stay when lines above come or go', () => {
    const prints = (line: number) =>
      JSON.parse(reporters.gitlab(report([{ ...finding, place: { file: 'a.md', line, column: 1 } }])))[0].fingerprint;
    expect(prints(3)).toBe(prints(40));
  });
});

type Seen = {
  readonly suites: number;
  readonly cases: number;
  readonly failures: number;
  readonly texts: readonly string[];
};

/**
 * What may stand where in JUnit’s XML, as Jenkins has it (jenkinsci/xunit-plugin, types/model/xsd/junit-10.xsd): what an
 * element may be in, the attributes that it needs, and those that it may have. Parts that nobody here writes are left out.
 */
const elements: Readonly<Record<string, { in?: string; needs: readonly string[]; has: readonly string[] }>> = {
  testsuites: { needs: [], has: ['name', 'time', 'tests', 'failures', 'errors'] },
  testsuite: {
    in: 'testsuites',
    needs: ['name', 'tests', 'failures', 'errors'],
    has: ['time', 'skipped', 'timestamp', 'hostname', 'id', 'package', 'file', 'group', 'log', 'url'],
  },
  testcase: { in: 'testsuite', needs: ['name'], has: ['classname', 'time', 'group'] },
  failure: { in: 'testcase', needs: [], has: ['type', 'message'] },
  'system-out': { in: 'testcase', needs: [], has: [] },
};

/** Reads JUnit’s XML and holds it against what its readers ask of it. */
function readJunit(xml: string): Seen {
  const parser = new SaxesParser();
  const seen = { suites: 0, cases: 0, failures: 0, texts: [] as string[] };
  const open: string[] = [];
  const counts: {
    readonly name: string;
    readonly tests: number;
    readonly failures: number;
    cases: number;
    failed: number;
  }[] = [];
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => {
    const rule = elements[name];
    expect(rule, name).toBeDefined();
    expect(open.at(-1), name).toBe(rule?.in);
    const given = Object.keys(attributes);
    expect(given, name).toEqual(expect.arrayContaining([...(rule?.needs ?? [])]));
    expect([...(rule?.needs ?? []), ...(rule?.has ?? [])], name).toEqual(expect.arrayContaining(given));
    open.push(name);
    if (name === 'testsuites' || name === 'testsuite') {
      expect(attributes.errors).toBe('0');
      counts.push({
        name,
        tests: Number(attributes.tests),
        failures: Number(attributes.failures),
        cases: 0,
        failed: 0,
      });
    }
    if (name === 'testsuite') seen.suites += 1;
    if (name === 'testcase') {
      expect(attributes.classname).toBeTruthy();
      expect(attributes.name).toBeTruthy();
      seen.cases += 1;
      for (const count of counts) count.cases += 1;
    }
    if (name === 'failure') {
      seen.failures += 1;
      for (const count of counts) count.failed += 1;
    }
  });
  parser.on('text', (text) => {
    if (['testsuites', 'testsuite', 'testcase'].includes(open.at(-1) ?? '')) expect(text.trim()).toBe('');
    if (open.at(-1) === 'failure' || open.at(-1) === 'system-out') seen.texts.push(text);
  });
  parser.on('closetag', ({ name }) => {
    open.pop();
    if (name !== 'testsuite' && name !== 'testsuites') return;
    const count = counts.pop();
    expect([count?.tests, count?.failures]).toEqual([count?.cases, count?.failed]);
  });
  parser.write(xml).close();
  return seen;
}

describe('junit', () => {
  it('is XML that its readers take, with counts that are right, whatever was found', () => {
    fc.assert(
      fc.property(anyReport, (one) => {
        const seen = readJunit(reporters.junit(one));
        expect(seen.cases).toBe(one.findings.length);
        expect(seen.failures).toBe(one.findings.filter(({ severity }) => severity === 'error').length);
      }),
    );
  });

  it('says the place, what is wrong and what to do', () => {
    const { texts } = readJunit(reporters.junit(report([{ ...finding, severity: 'error' }])));
    expect(texts.join('')).toBe(
      `${finding.place?.file}:12:7\nThe link to “a,b:c” is not encrypted.\nIt is 100 % open.\nTry https://.`,
    );
  });

  it('is read by xmllint, where that is installed', ({ skip }) => {
    const there = spawnSync('xmllint', ['--version']).error === undefined;
    if (!there) skip('xmllint is not installed');
    const odd: Finding = { ...finding, words: 'a\u0000b\uFFFFc <&"\' \ud800 ]]>' };
    const { status, stderr } = spawnSync('xmllint', ['--noout', '-'], {
      input: reporters.junit(report([odd])),
      encoding: 'utf8',
    });
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  });
});

it.each(reporterNames)('%s is a report where nothing was found, too', (name) => {
  expect(() => reporters[name](report([]))).not.toThrow();
});
