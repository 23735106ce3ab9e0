import { describe, expect, it } from 'vitest';
import { answering } from '../../fakes/prompts.js';
import { copyOf } from '../../harness/project.js';

describe('mailout new item', () => {
  it('writes what it was told, with what can be added, and an issue takes it', async () => {
    const project = copyOf('newsletter');
    const somebody = answering([
      ['What is it?', 'an action'],
      ['title', 'Pears: sign for a fair price'],
      ['newsletters', ['The Weekly Windfall']],
      ['cause', 'Fair pay'],
      ['country', 'Great Britain'],
      ['country', 'GB'],
      ['summary', 'Pickers get a tenth of what a pear costs.'],
      ['link', 'www.example.org/pears'],
      ['link', 'https://www.example.org/pears'],
      ['asked to do', 'sign it'],
      ['button', ''],
      ['close', '2027-04-01T17:00'],
      ['name of its file', ''],
    ]);
    const { code, out } = await project.mailout('new item', undefined, {}, somebody);
    expect({ code, left: somebody.left() }).toEqual({ code: 0, left: [] });
    expect(out).toContain('Wrote issues/items/pears-sign-for-a-fair-price.md');
    expect(project.read('issues/items/pears-sign-for-a-fair-price.md')).toBe(`---
# yaml-language-server: $schema=../../.mailout/schemas/item.json
title: "Pears: sign for a fair price"
kind: action
campaign: fair-pay
country: GB
publications: [ weekly ]
# runs: { from: 2027-03-08, until: 2027-03-29 }
deadline: 2027-04-01T17:00
# priority: urgent
summary: Pickers get a tenth of what a pear costs.
actions:
  - { do: sign, label: Add your name, url: https://www.example.org/pears }
# partner: { name: Who it comes from, url: https://www.example.org }
---
`);
    const built = await project.mailout('build weekly --explain');
    expect(built.out).toMatch(/in +pears-sign-for-a-fair-price +in “Act now”/);
  });

  it.each([
    [
      'an event',
      '--kind event --title Picnic --starts 2027-04-10T12:00 --place Leeds',
      'event: { starts: 2027-04-10T12:00, place: Leeds }',
    ],
    [
      'a statement',
      '--kind statement --title Us --signed-by A;Chair|B',
      'statement:\n  signatories:\n    - { name: A, role: Chair }\n    - { name: B }',
    ],
    ['news', '--kind news --title Rain --draft', 'draft: true'],
    [
      'a resource',
      '--kind resource --title Guide --link https://www.example.org/g',
      '{ do: download, label: Download it, url: https://www.example.org/g }',
    ],
  ])('writes %s without asking, and it can be read', async (_, flags, written) => {
    const project = copyOf('newsletter');
    const { code, out } = await project.mailout(`new item ${flags} --publication weekly --json`);
    expect(code).toBe(0);
    const { path } = JSON.parse(out);
    expect(project.read(path)).toContain(written);
    expect((await project.mailout('check')).err).not.toContain('Error');
  });

  it('says at once what is missing and what will not do, and writes nothing', async () => {
    const project = copyOf('newsletter');
    const before = project.list('.');
    const { code, err } = await project.mailout('new item --kind action --publication daily --deadline soon');
    expect(code).toBe(2);
    for (const words of [
      'no --title, --link',
      '--publication “daily”',
      '--deadline “soon”: This is not a date and time',
    ])
      expect(err).toContain(words);
    expect(project.list('.')).toEqual(before);
  });

  it('never writes over a file, and finds another name by itself', async () => {
    const project = copyOf('newsletter');
    const again = async (more: string) => project.mailout(`new item --kind news --title Rain ${more}`);
    expect((await again('')).out).toContain('issues/items/rain.md');
    const second = await again('');
    expect(second.out).toContain('issues/items/rain-2.md');
    expect(second.out).toContain('There is one of the same title: issues/items/rain.md');
    expect((await again('--id rain')).err).toContain('There is an item of that name.');
    expect((await again('--id ../../rain')).code).toBe(2);
  });

  it('opens the file in the editor that somebody has named, and says what is wrong with it then', async () => {
    const project = copyOf('newsletter');
    project.write('my editor.sh', '#!/bin/sh\nsed -i "s/kind: news/kind: gossip/" "$2"\n');
    const { code, err, out } = await project.mailout('new item --kind news --title Rain --edit', undefined, {
      EDITOR: `sh "${project.root}/my editor.sh" --wait`,
    });
    expect(out).toContain('Wrote issues/items/rain.md');
    expect(err).toContain('“gossip” cannot stand for “kind”');
    expect(code).toBe(1);
    const nobody = await project.mailout('new item --kind news --title Hail --edit', undefined, {
      EDITOR: 'no-such-editor',
    });
    expect(nobody.err).toContain('“no-such-editor” cannot be run.');
    expect(project.exists('issues/items/hail.md')).toBe(true);
  });
});

describe('mailout new issue', () => {
  it('proposes items with reasons, takes ticks and an order, and builds the issue', async () => {
    const project = copyOf('newsletter');
    project.edit('issues/items/pruning-day.md', (text) => text.replace('kind:', 'runs: { from: 2027-04-01 }\nkind:'));
    const somebody = answering([
      ['What is in it?', ['fair pay', 'Pruning', 'Welsh']],
      ['In this order?', '4'],
      ['In this order?', '3'],
      ['subject', 'Pruning, pay and pears'],
      ['beside it', ''],
      ['begin with', 'Good morning.'],
    ]);
    const { code, out } = await project.mailout('new issue weekly', undefined, {}, somebody);
    expect({ code, left: somebody.left() }).toEqual({ code: 0, left: [] });
    const issue = project.read('issues/weekly/2027-03-22/issue.md');
    expect(issue).toContain('subject: Pruning, pay and pears');
    expect(issue).toContain('# preheader:');
    expect(issue).toMatch(/items: \[ pruning-day, .* \]/);
    expect(issue.endsWith('---\n\nGood morning.\n')).toBe(true);
    expect(out).toContain('The Weekly Windfall  2027-03-22');
  });

  it('takes the proposal, but for what is left out', async () => {
    const project = copyOf('newsletter');
    const { code } = await project.mailout('new issue weekly --yes --leave-out pruning-day');
    expect(code).toBe(0);
    expect(project.read('issues/weekly/2027-03-22/issue.md')).not.toContain('pruning-day');
  });

  it('leaves alone what somebody has begun, and refuses what cannot run', async () => {
    const project = copyOf('newsletter');
    expect((await project.mailout('new issue weekly --items nothing')).err).toContain(
      '“nothing” cannot be in this issue.',
    );
    project.write('issues/weekly/2027-03-22/issue.md', '---\nsubject: Mine\n---\n');
    const { code, err } = await project.mailout('new issue weekly --yes');
    expect(code).toBe(2);
    expect(err).toContain('Somebody has begun this issue');
    expect(project.read('issues/weekly/2027-03-22/issue.md')).toContain('Mine');
  });
});

describe('mailout new publication and audience', () => {
  it('make a newsletter for new readers that builds at once', async () => {
    const project = copyOf('newsletter');
    project.write('audiences/private/reps.csv', 'Forename,Email address\nPlanted,planted.one@example.org\n');
    const made = await project.mailout('new audience --title Reps --source csv --file audiences/private/reps.csv');
    expect(made.code).toBe(0);
    expect(`${made.out}${made.err}`).not.toContain('planted');
    expect(project.read('audiences/reps.yaml')).toContain(
      'columns: { email: Email address, fields: { first_name: Forename } }',
    );
    expect(
      (await project.mailout('new publication --title Notes --every month --on friday --audience reps --design plain'))
        .code,
    ).toBe(0);
    project.edit('issues/items/welsh-orchards.md', (text) => text.replace('[weekly]', '[weekly, notes]'));
    const built = await project.mailout('build notes');
    expect(built.err).toBe('');
    expect(built.out).toContain('Notes        2027-04-02');
    expect(built.code).toBe(0);
  });

  it('ask for the column that has the addresses, by the headings of the file', async () => {
    const project = copyOf('newsletter');
    project.write('audiences/private/reps.csv', 'Who,Where to\nJo,jo@example.org\n');
    const somebody = answering([
      ['readers', 'Reps'],
      ['Why', ''],
      ['Where are its people', 'in a CSV file'],
      ['Which file', 'reps.csv'],
      ['Which file', 'audiences/private/reps.csv'],
      ['email addresses', 'Where to'],
      ['first names', ''],
    ]);
    const { code } = await project.mailout('new audience', undefined, {}, somebody);
    expect({ code, left: somebody.left() }).toEqual({ code: 0, left: [] });
    expect(project.read('audiences/reps.yaml')).toContain('columns: { email: Where to }');
  });
});
