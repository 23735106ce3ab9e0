import { statSync } from 'node:fs';
import { join } from 'node:path';
import { simpleParser } from 'mailparser';
import PostalMime from 'postal-mime';
import { describe, expect, it } from 'vitest';
import { mailing, now, send } from './mailing.js';

const outbox = 'audiences/private/outbox/weekly/2027-03-22';

describe('sending to the outbox', () => {
  it('shows the plan first, and does nothing', async () => {
    const project = mailing(7);
    const { code, out, err } = await project.mailout('send weekly --dry-run', now);
    expect({ code, err }).toEqual({ code: 3, err: '' });
    expect(out).toContain('The Weekly Windfall, 2027-03-22');
    expect(out).toContain('7 recipients');
    expect(out).toMatch(/ {2}everyone-else +4 {2}[\da-f]{16}/);
    expect(out).toMatch(/ {2}wales +3 {2}[\da-f]{16}/);
    expect(out).toContain('outbox: nobody gets mail');
    expect(out).toContain('One approval is missing');
    expect(project.exists('audiences/private/ledger.sqlite')).toBe(false);
  });

  it('refuses without an approval, and without a confirmation, and keeps nothing', async () => {
    const project = mailing(7);
    const unapproved = await project.mailout(['send', 'weekly', '--confirm', 'weekly 7'], now);
    expect(unapproved.code).toBe(3);
    expect(unapproved.err).toContain('it is not approved');
    await project.mailout(['approve', 'weekly', '--by', 'Ada'], now);
    for (const args of [
      ['send', 'weekly'],
      ['send', 'weekly', '--confirm', 'weekly 8'],
    ]) {
      const { code, err } = await project.mailout(args, now);
      expect(code).toBe(3);
      expect(err).toContain('--confirm "weekly 7"');
    }
    expect((await project.mailout('status', now)).out).toBe('Nothing was sent yet.\n');
    expect(project.exists(outbox)).toBe(false);
  });

  it('writes one message a reader, once', async () => {
    const project = mailing(7);
    const { code, out, err } = await send(project, 7);
    expect({ code, err: err.replace(/Note: .*\n/, '') }).toEqual({ code: 0, err: '' });
    expect(out).toContain('everybody is accounted for');
    const files = project.list(outbox);
    expect(files).toHaveLength(7);
    const before = files.map((file) => project.read(`${outbox}/${file}`));
    const again = await project.mailout(['send', 'weekly', '--confirm', 'weekly 7'], now);
    expect(again).toMatchObject({ code: 0, err: '' });
    expect(again.out).toContain('was sent before');
    expect(project.list(outbox).map((file) => project.read(`${outbox}/${file}`))).toEqual(before);
    expect(statSync(join(project.root, outbox)).mode & 0o077).toBe(0);
  });

  it('gives messages that two parsers read alike', async () => {
    const project = mailing(7);
    await send(project, 7);
    const readers = new Set<string>();
    for (const file of project.list(outbox)) {
      const raw = project.read(`${outbox}/${file}`);
      const one = await simpleParser(raw);
      const other = await PostalMime.parse(raw);
      const to = other.to?.[0];
      const address = to && 'address' in to ? (to.address ?? '') : '';
      readers.add(address);
      expect(one.subject).toBe(other.subject);
      expect(one.text?.trim().replace(/\r\n/g, '\n')).toBe(other.text?.trim().replace(/\r\n/g, '\n'));
      expect(other.html).toContain(`Person ${/\d+/.exec(address)?.[0]}`);
      const unsubscribe = other.headers.find(({ key }) => key === 'list-unsubscribe')?.value ?? '';
      expect(unsubscribe).toMatch(/^<https:\/\/www\.example\.org\/unsubscribe\?r=[\w-]{22}>$/);
      const link = unsubscribe.slice(1, -1);
      expect(other.html).toContain(link);
      expect(one.text?.replace(/\s/g, '')).toContain(link);
      expect(other.headers.find(({ key }) => key === 'list-unsubscribe-post')?.value).toBe(
        'List-Unsubscribe=One-Click',
      );
      expect(other.headers.find(({ key }) => key === 'list-id')?.value).toContain('<weekly.example.org>');
      expect(raw).not.toContain('[[');
    }
    expect(readers.size).toBe(7);
  });

  it('goes on after files were edited only if they are put back', async () => {
    const project = mailing(7);
    await project.mailout(['approve', 'weekly', '--by', 'Ada'], now);
    const [item] = project.list('issues/items');
    const path = `issues/items/${item}`;
    const before = project.read(path);
    project.edit(path, (text) => text.replace(/^title: .*$/m, 'title: Something else'));
    const { code, err } = await project.mailout(['send', 'weekly', '--confirm', 'weekly 7'], now);
    expect(code).toBe(3);
    expect(err).toContain('is not the one that was approved');
    const diff = await project.mailout('approve weekly --diff', now);
    expect(diff.code).toBe(3);
    expect(diff.out).toContain('is not the one that was approved');
    project.write(path, before);
    expect((await project.mailout(['send', 'weekly', '--confirm', 'weekly 7'], now)).code).toBe(0);
  });

  it('says what is wrong with a file of an approval, which then does not count', async () => {
    const project = mailing(7);
    await project.mailout(['approve', 'weekly', '--by', 'Ada'], now);
    const [file] = project.list('issues/weekly/2027-03-22/approvals');
    const path = `issues/weekly/2027-03-22/approvals/${file}`;
    project.edit(path, (text) => text.replace('until:', 'untill:'));
    for (const args of [
      ['send', 'weekly', '--confirm', 'weekly 7'],
      ['approve', 'weekly', '--diff'],
    ]) {
      const { code, err } = await project.mailout(args, now);
      expect(code).not.toBe(0);
      expect(err).toContain(`${path}:`);
      expect(err).toContain('untill');
    }
    expect(project.exists(outbox)).toBe(false);
  });

  it('rehearses an issue again that was edited, and never sends a real one by a rehearsal’s roster', async () => {
    const project = mailing(7);
    await send(project, 7);
    const before = project.list(outbox);
    project.edit('templates/plain/body.mjml', (text) => text.replace('{{publication.title}}', 'Other words'));
    project.edit('audiences/private/pickers.csv', (text) => `${text}new@example.org,New,wales\n`);
    const { code, out } = await send(project, 8);
    expect(code).toBe(0);
    expect(out).toContain('8  accepted');
    expect(project.list(outbox).filter((file) => !before.includes(file))).toHaveLength(8);
    expect((await project.mailout('status --json', now)).out.match(/"state": "complete"/g)).toHaveLength(2);
    expect((await project.mailout('ledger verify', now)).code).toBe(0);
  });

  it('suppresses whoever follows her link to unsubscribe', async () => {
    const project = mailing(7);
    await send(project, 7);
    const raw = project.read(`${outbox}/${project.list(outbox)[3]}`);
    const token = /unsubscribe\?r=3D([\w-]{22})|unsubscribe\?r=([\w-]{22})/.exec(raw)?.slice(1).find(Boolean) ?? '';
    const { code, out } = await project.mailout(['suppressions', 'add', '--token', token], now);
    expect([code, out]).toEqual([0, 'p…@example.org gets nothing from now on.\n']);
    expect((await project.mailout('audience explain pickers', now)).out).toMatch(/1 {2}The person has unsubscribed/);
    const wrong = await project.mailout(['suppressions', 'add', '--token', 'A'.repeat(22)], now);
    expect(wrong.code).toBe(1);
  });
});
