import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { build } from 'esbuild';
import fc from 'fast-check';
import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { htmlToMdast } from '../../src/importing/html-to-mdast.js';
import { readMaterial } from '../../src/importing/read-material.js';
import { count, fixture, links, markdownOf, material, outcome, parsed } from './material.js';

const text = (content: string) => Buffer.from(content);
const body = (content: string) =>
  `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${content}</w:body></w:document>`;
const words = '<w:p><w:r><w:t>Words</w:t></w:r></w:p>';
const types = text(
  '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
);
const relations = text(
  '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
);

function docx(document: Uint8Array | undefined, more: Record<string, Uint8Array> = {}) {
  const parts = { '[Content_Types].xml': types, '_rels/.rels': relations, ...more };
  return zipSync(document ? { ...parts, 'word/document.xml': document } : parts, { level: 6 });
}

/** Bytes of a zip with its first match of some others replaced, wherever it says so. */
function patched(zip: Uint8Array, from: Uint8Array, to: Uint8Array): Uint8Array {
  const out = Buffer.from(zip);
  for (let at = out.indexOf(from); at !== -1; at = out.indexOf(from, at + 1)) out.set(to, at);
  return out;
}

function uint32(value: number): Uint8Array {
  const out = Buffer.alloc(4);
  out.writeUInt32LE(value);
  return out;
}

/** How long it took, in milliseconds, with how it ended. */
async function timed(content: string | Uint8Array): Promise<{ readonly ended: string; readonly took: number }> {
  const before = performance.now();
  const ended = await outcome(material(content));
  return { ended, took: performance.now() - before };
}

const rss = (item: string) =>
  `<?xml version="1.0"?><rss version="2.0"><channel><title>t</title><item><title>One</title>${item}</item></channel></rss>`;
const html = (content: string) => `<!doctype html><html><body>${content}</body></html>`;
const eml = (content: string) => `From: a@example.org\r\nMessage-ID: <1@x>\r\nSubject: x\r\n${content}`;
const laughs = `<!DOCTYPE lolz [<!ENTITY l0 "lol">${Array.from({ length: 9 }, (_, n) => `<!ENTITY l${n + 1} "${`&l${n};`.repeat(10)}">`).join('')}]>`;

describe('a bomb ends in a fault, and soon', () => {
  const bigZeros = () => {
    const zeros = Buffer.alloc(200 << 20);
    return docx(zeros);
  };
  it.each<[name: string, content: () => string | Uint8Array, code: string]>([
    ['a part of 200 MB of zeros', bigZeros, 'importing/word-bomb'],
    ['a part that says it is small', () => patched(bigZeros(), uint32(200 << 20), uint32(1000)), 'importing/word-bomb'],
    [
      'ten thousand parts',
      () =>
        docx(
          text(body(words)),
          Object.fromEntries(Array.from({ length: 10_000 }, (_, n) => [`word/${n}.xml`, text('<a/>')])),
        ),
      'importing/word-bomb',
    ],
    [
      'entities in a Word document',
      () => docx(text(`<?xml version="1.0"?>${laughs}${body('<w:p><w:r><w:t>&l9;</w:t></w:r></w:p>')}`)),
      'importing/word-doctype',
    ],
    [
      'an external entity in a Word document',
      () =>
        docx(
          text(`<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>${body('<w:p><w:r><w:t>&x;</w:t></w:r></w:p>')}`),
        ),
      'importing/word-doctype',
    ],
    [
      'a Word document nested 100,000 deep',
      () => docx(text(body('<w:p>'.repeat(100_000) + '</w:p>'.repeat(100_000)))),
      'importing/word-bomb',
    ],
    ['a Word document without its text', () => docx(undefined), 'importing/word-damaged'],
    ['half a Word document', () => docx(text(body(words.repeat(50)))).subarray(0, 400), 'importing/word-damaged'],
    [
      'billion laughs in a feed',
      () =>
        `<?xml version="1.0"?>${laughs}<rss version="2.0"><channel><title>&l9;</title><item><title>&l9;</title></item></channel></rss>`,
      'importing/feed-doctype',
    ],
    [
      'an external entity in a feed',
      () => `<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>${rss('<description>&x;</description>')}`,
      'importing/feed-doctype',
    ],
    [
      'entities behind a comment',
      () => `<!-- <a> -->${laughs}${rss('<description>&l9;</description>')}`,
      'importing/feed-doctype',
    ],
    ['document types without an end', () => `${'<!doctype '.repeat(500_000)}`, 'importing/too-much'],
    ['a feed nested 100,000 deep', () => rss('<a>'.repeat(100_000)), 'importing/feed-damaged'],
    ['a page nested 100,000 deep', () => html('<div>'.repeat(100_000)), 'importing/too-much'],
    ['a page of links nested in bold', () => html('<a href=x><b><i>'.repeat(100_000)), 'importing/too-much'],
    [
      'a tag with 1,000,000 attributes',
      () => html(`<p ${Array.from({ length: 1_000_000 }, (_, n) => n.toString(36)).join(' ')}>x</p>`),
      'importing/too-much',
    ],
    ['a page of 50 MB', () => Buffer.alloc(50 << 20, '<p>word</p>'), 'importing/too-big'],
    [
      'a mail of 10,000 parts',
      () => eml(`Content-Type: multipart/mixed; boundary=b\r\n\r\n${'--b\r\n\r\nx\r\n'.repeat(10_000)}--b--`),
      'importing/too-big',
    ],
    [
      'a mail nested 1,000 deep',
      () =>
        eml(
          Array.from(
            { length: 900 },
            (_, n) => `Content-Type: multipart/mixed; boundary=b${n}\r\n\r\n--b${n}\r\n`,
          ).join(''),
        ),
      'importing/mail-damaged',
    ],
    ['headers of 5 MB', () => eml(`X-Much: ${'a'.repeat(5 << 20)}\r\n\r\nx`), 'importing/mail-damaged'],
    [
      'a mail whose HTML is nested 100,000 deep',
      () => eml(`Content-Type: text/html\r\n\r\n${'<table><tr><td>'.repeat(33_000)}`),
      'importing/too-much',
    ],
    ['nothing but NUL', () => new Uint8Array(10_000), 'importing/is-program'],
  ])(
    '%s',
    async (_, content, code) => {
      const { ended, took } = await timed(content());
      expect(ended).toBe(code);
      expect(took).toBeLessThan(5_000);
    },
    20_000,
  );

  it.each<[name: string, content: () => string]>([
    [
      'a feed entry with 1,000,000 attributes',
      () =>
        rss(`<description ${Array.from({ length: 1_000_000 }, (_, n) => n.toString(36)).join(' ')}>x</description>`),
    ],
    [
      'a feed entry whose text is nested 100,000 deep',
      () => rss(`<description><![CDATA[${'<div>'.repeat(100_000)}]]></description>`),
    ],
    ['brackets without an end', () => html('<'.repeat(4_000_000))],
    [
      'a page of 15,000 paragraphs',
      () => html(`<article>${'<p>Words, words, and more words.</p>'.repeat(15_000)}</article>`),
    ],
    [
      'a page of lists in lists',
      () => html(`<article><p>${'Words, words. '.repeat(20)}</p>${'<ul><li>x'.repeat(150)}</article>`),
    ],
    ['a mail of quotations in quotations', () => eml(`\r\n${'>'.repeat(100_000)} x\r\n`.repeat(10))],
    ['a mail of marks', () => eml(`\r\n${'*_'.repeat(200_000)}`)],
    ['a mail of bars', () => eml(`\r\n${'| '.repeat(300_000)}`)],
    ['a mail of brackets', () => eml(`\r\n${'['.repeat(300_000)}`)],
    ['a text of lists in lists', () => Array.from({ length: 1_500 }, (_, n) => `${' '.repeat(n * 2)}- x`).join('\n')],
  ])(
    '%s: some end or other, and soon',
    async (_, content) => {
      const { took } = await timed(content());
      expect(took).toBeLessThan(5_000);
    },
    20_000,
  );
});

it('large pages take less than 100 MB more than a small one, whether they are read or refused', async () => {
  // In a process of its own, with a bundle: what this one has used before would hide it.
  const folder = await mkdtemp(path.join(tmpdir(), 'mailout-importing-'));
  try {
    const outfile = path.join(folder, 'read-material.mjs');
    await build({
      entryPoints: [fileURLToPath(new URL('../../src/importing/read-material.ts', import.meta.url))],
      bundle: true,
      platform: 'node',
      format: 'esm',
      outfile,
      banner: {
        js: "import { createRequire as required } from 'node:module'; const require = required(import.meta.url);",
      },
    });
    const program = `
      import { readMaterial } from ${JSON.stringify(pathToFileURL(outfile).href)};
      const read = (bytes) => readMaterial({ bytes, name: 'it' }).then(() => 'read', (error) => error.details.code);
      const page = (paragraphs) => Buffer.from('<!doctype html><html><body><article>' + '<p>Words, words, and more of them.</p>'.repeat(paragraphs) + '</article></body></html>');
      await read(page(20));
      const given = [page(5_000), page(110_000), Buffer.alloc(50 << 20, '<p>Words, words, and more of them.</p>')];
      const before = process.resourceUsage().maxRSS;
      const ended = [];
      for (const each of given) ended.push(await read(each));
      console.log(JSON.stringify({ ended, grown: (process.resourceUsage().maxRSS - before) / 1024 }));`;
    const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '-e', program]);
    const { ended, grown } = JSON.parse(stdout) as { readonly ended: string[]; readonly grown: number };
    expect(ended).toEqual(['read', 'importing/too-much', 'importing/too-big']);
    expect(grown).toBeLessThan(100);
  } finally {
    await rm(folder, { recursive: true });
  }
}, 30_000);

const vile = `<p onclick="x()">Safe <script>bad()</script><a href="javascript:bad()">words</a> <a href="data:text/html,bad">more</a> <a href="vbscript:bad">and</a> <a href="&#106;avascript:bad()">more</a> <a href="java\nscript:bad()">still</a> <a href="https://u:p@example.org/">secret</a></p><iframe src="https://bad.example"></iframe><svg onload="bad()"><a href="https://bad.example">bad</a></svg><img src="https://bad.example/pixel.gif" onerror="bad()"><object data="https://bad.example"></object><math><mtext><style><img src=x onerror=bad()></style></mtext></math><form action="https://bad.example"><input value="bad"></form><style>bad</style><template>bad</template><noscript>bad</noscript><!-- bad --><base href="https://bad.example/"><a href="/rel">rel</a>`;

it('what runs, loads or hides is left out of a feed', async () => {
  const { found } = await readMaterial(
    material(rss(`<link>https://good.example/1</link><description><![CDATA[${vile}]]></description>`)),
  );
  const [one] = found;
  if (!one) return expect.fail();
  expect(links(one.body)).toEqual(['https://good.example/rel']);
  expect(markdownOf(one.body)).toBe('Safe words more and more still secret\n\n[rel](https://good.example/rel)\n');
});

it('what runs in a feed as markup that was escaped stays text', async () => {
  const { found } = await readMaterial(
    material(
      rss('<description>&lt;p&gt;&amp;lt;script&amp;gt;alert(1)&amp;lt;/script&amp;gt;&lt;/p&gt;</description>'),
    ),
  );
  const markdown = markdownOf(found[0]?.body ?? expect.fail());
  expect(count(parsed(markdown), 'html')).toBe(0);
  expect(markdown).toContain('script');
});

it('a picture in a Word document that a file or a server would have to give is never asked for', async () => {
  const linked = `${words}<w:p><w:r><w:drawing><a:blip xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" r:link="r9"/></w:drawing></w:r></w:p>`;
  const rels = text(
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r9" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image" Target="file:///etc/passwd" TargetMode="External"/></Relationships>',
  );
  const parts = { 'word/_rels/document.xml.rels': rels, 'word/media/a.png': text('x') };
  const { found, skipped } = await readMaterial(material(docx(text(body(linked)), parts)));
  expect(markdownOf(found[0]?.body ?? expect.fail())).toBe('Words\n');
  expect(skipped).toEqual([{ at: 'the pictures', why: expect.stringMatching(/has 1 of them/) }]);
});

describe('whatever it is given', () => {
  const starts = [
    '',
    '<rss version="2.0"><channel>',
    '<?xml version="1.0"?>',
    '<!doctype html>',
    '{"version":"https://jsonfeed.org/version/1.1",',
    'From: a@b\r\nMessage-ID: 1\r\n',
    'PK\x03\x04',
    '\xff\xfe',
  ];

  it('reading ends in pieces or in a fault, and in no other error', async () => {
    const bytes = fc
      .tuple(fc.constantFrom(...starts), fc.uint8Array({ maxLength: 400 }))
      .map(([start, rest]) => Buffer.concat([Buffer.from(start, 'latin1'), rest]));
    await fc.assert(
      fc.asyncProperty(bytes, async (given) => {
        expect(await outcome(material(given))).toMatch(/^importing\/|found$/);
      }),
      { numRuns: 300 },
    );
  });

  it('real files with some bytes changed, too', async () => {
    const names = ['wordpress.xml', 'atom.xml', 'feed.json', 'rss1.xml', 'python.eml', 'libreoffice.docx'];
    const changes = fc.array(fc.tuple(fc.nat(), fc.nat(255)), { minLength: 1, maxLength: 20 });
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...names), changes, async (name, changed) => {
        const bytes = Buffer.from(fixture(name).bytes);
        for (const [at, byte] of changed) bytes[at % bytes.length] = byte;
        expect(await outcome(material(bytes))).toMatch(/^importing\/|found$/);
      }),
      { numRuns: 150 },
    );
  });

  it('text from HTML is Markdown without HTML, pictures, or links that run', () => {
    const tags = [
      'p',
      'div',
      'b',
      'i',
      'a href="javascript:x"',
      'a href="https://a.example/?a=1&b=2"',
      'a href="//x"',
      'ul',
      'ol start=3',
      'li',
      'table',
      'tr',
      'td',
      'th',
      'blockquote',
      'pre',
      'code',
      'h1',
      'h3',
      'br',
      'hr',
      'img src=x alt="<b>"',
      'svg',
      'script',
      'style',
      'dl',
      'dt',
      'dd',
      'del',
      'select',
      'textarea',
    ];
    const pieces = fc.oneof(
      fc.constantFrom(...tags).map((tag) => `<${tag}>`),
      fc.constantFrom(...tags).map((tag) => `</${tag.split(' ')[0]}>`),
      fc.constantFrom(
        '&lt;script&gt;',
        '<b',
        '<!-- x',
        '*',
        '_',
        '[x](y)',
        '![x](https://a.example/y)',
        '<https://x>',
        '`',
        '~~~',
        '\n',
        '    ',
        '# ',
        '1. ',
        '|',
        '&#0;',
        '&amp;lt;',
        '\\',
        'word',
        'https://a.example',
        '</',
        '[^1]: x',
      ),
      fc.string({ maxLength: 8 }),
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 40 }), (given) => {
        const tree = htmlToMdast(given.join(''), 'https://base.example/');
        const again = parsed(markdownOf(tree));
        for (const each of [tree, again]) {
          expect(count(each, 'html') + count(each, 'image') + count(each, 'imageReference')).toBe(0);
        }
        for (const url of links(tree)) expect(url).toMatch(/^(?:https?:|mailto:)/);
      }),
      { numRuns: 500 },
    );
  });
});
