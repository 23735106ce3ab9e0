import { Document, ExternalHyperlink, HeadingLevel, Packer, Paragraph, TextRun } from 'docx';
import { createTransport } from 'nodemailer';
import { describe, expect, it } from 'vitest';
import { readMaterial } from '../../src/importing/read-material.js';
import { count, fixture, links, markdownOf, material } from './material.js';

const only = async (given: Parameters<typeof readMaterial>[0]) => {
  const { found, ...haul } = await readMaterial(given);
  expect(found).toHaveLength(1);
  return { ...haul, ...(found[0] ?? expect.fail()) };
};

describe('a feed as WordPress writes it', () => {
  it('of gitweb, which a program of Debian’s really wrote, is read with every entry and link', async () => {
    const { kind, found, skipped } = await readMaterial(fixture('gitweb.xml'));
    expect({ kind, skipped }).toEqual({ kind: 'feed', skipped: [] });
    expect(found.map(({ title, published, by }) => [title, published, by])).toEqual([
      ['Sign for a fair price of pears', '2027-03-03', 'Ada Lovelace'],
      ['Film evening: schools in the Andes', '2027-03-02', 'Ada Lovelace'],
      ['Teachers in Aireford win a library', '2027-03-01', 'Ada Lovelace'],
    ]);
    for (const { body, url } of found) {
      expect(JSON.stringify(body)).toContain('Two sentences about it stand here.');
      expect(url).toMatch(/^https:\/\/www\.example\.org\/gitweb\?p=/);
    }
  });

  it('gives whole texts, and says where it has only the beginning', async () => {
    const { kind, found, skipped } = await readMaterial(fixture('wordpress.xml'));
    expect(kind).toBe('feed');
    expect(found.map(({ body: _, ...entry }) => entry)).toEqual([
      {
        at: 'entry 1',
        title: 'Pencils & paper for Havana’s schools',
        url: 'https://peace.example.org/2026/03/pencils/',
        published: '2026-03-02',
        by: 'Ada Byron',
        licence: 'https://creativecommons.org/licenses/by/4.0/',
        lang: 'en-GB',
      },
      {
        at: 'entry 2',
        title: 'Only the beginning',
        url: 'https://peace.example.org/2026/02/beginning/',
        published: '2026-02-01',
        by: 'Teachers for Peace',
        licence: 'https://creativecommons.org/licenses/by/4.0/',
        lang: 'en-GB',
        isExcerpt: true,
      },
    ]);
    expect(skipped.map(({ at, why }) => `${at}: ${why}`)).toEqual([
      'entry 3: It is in this feed twice; the first of the two is kept.',
      'entry 4: It has neither a title nor a text.',
    ]);
    const [first, second] = found;
    if (!first || !second) return expect.fail();
    expect(count(first.body, 'heading')).toBe(1);
    expect(count(first.body, 'listItem')).toBe(3);
    expect(count(first.body, 'image')).toBe(0);
    expect(links(first.body)).toEqual([
      'https://peace.example.org/how-to',
      'https://peace.example.org/2026/03/pencils/',
      'https://peace.example.org/',
    ]);
    expect(markdownOf(second.body)).toContain('This is how it begins \\[…]');
  });
});

describe('other feeds', () => {
  it('Atom', async () => {
    const { found } = await readMaterial(fixture('atom.xml'));
    expect(found.map(({ body, ...entry }) => ({ ...entry, text: markdownOf(body) }))).toEqual([
      {
        at: 'entry 1',
        title: 'Heat in classrooms',
        url: 'https://news.example.org/heat',
        published: '2026-03-03',
        by: 'Sam Li',
        licence: 'https://creativecommons.org/licenses/by-sa/4.0/',
        lang: 'cy',
        text: 'Too hot to learn: [the survey](https://news.example.org/survey)\n\n> 36 °C\n',
      },
      {
        at: 'entry 2',
        title: '5 < 6',
        url: 'https://news.example.org/two',
        published: '2026-02-01',
        by: 'Climate & schools',
        licence: 'https://creativecommons.org/licenses/by-nd/4.0/',
        lang: 'en-GB',
        isExcerpt: true,
        text: 'a < b\n',
      },
      {
        at: 'entry 3',
        title: 'Whole',
        published: '2026-01-02',
        by: 'Climate & schools',
        licence: 'https://creativecommons.org/licenses/by-sa/4.0/',
        lang: 'en-GB',
        text: '* one\n* two\n',
      },
    ]);
  });

  it('JSON Feed', async () => {
    const { found } = await readMaterial(fixture('feed.json'));
    expect(found.map(({ title, published, by, lang, isExcerpt }) => [title, published, by, lang, isExcerpt])).toEqual([
      ['Meeting', '2026-03-03', 'The branch', 'en-GB', undefined],
      [undefined, '2026-03-02', 'The branch', 'cy', undefined],
      ['Short', undefined, 'The branch', 'en-GB', true],
    ]);
    expect(markdownOf(found[1]?.body ?? expect.fail())).toBe('One line.\n\nAnother \\<b>line\\</b>.\n');
  });

  it('RSS 1.0 in Latin-1, whose author has no address in what is kept', async () => {
    const entry = await only(fixture('rss1.xml'));
    expect(entry).toMatchObject({ title: 'Café for teachers', by: 'Ada', licence: 'CC BY', published: '2026-03-01' });
    expect(markdownOf(entry.body)).toBe('Each **Friday**\n');
  });

  it.each([
    ['UTF-16, little-endian', (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le')],
    ['UTF-16, big-endian', (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le').swap16()],
    ['UTF-8 with a mark', (text: string) => Buffer.from(`\ufeff${text}`)],
    [
      'Windows-1252, declared',
      (text: string) => Buffer.from(`<?xml version="1.0" encoding="windows-1252"?>${text}`, 'latin1'),
    ],
    ['Latin-1, not declared', (text: string) => Buffer.from(text, 'latin1')],
  ])('in %s', async (_, encoded) => {
    const feed = '<rss version="2.0"><channel><title>é</title><item><title>Café</title></item></channel></rss>';
    expect(await only(material(encoded(feed)))).toMatchObject({ title: 'Café', by: 'é' });
  });

  it('with the document type of the nineties', async () => {
    const doctype = '<!DOCTYPE rss PUBLIC "-//Netscape//DTD RSS 0.91//EN" "http://example.org/rss.dtd">';
    const feed = `<?xml version="1.0"?>${doctype}<rss version="0.91"><channel><title>t</title><item><title>One</title></item></channel></rss>`;
    expect(await only(material(feed))).toMatchObject({ title: 'One' });
  });
});

describe('a web page', () => {
  const page = `<!doctype html><html lang="cy"><head><title>Heat in classrooms | Climate</title>
    <base href="https://news.example.org/a/"><link rel="canonical" href="heat"><link rel="license" href="https://creativecommons.org/licenses/by/4.0/">
    <meta property="og:title" content="Heat in classrooms"><meta property="og:site_name" content="Climate and schools"><meta property="article:published_time" content="2026-03-03T00:10:00+01:00">
    <script>globalThis.ran = true; document.write('<p>written by a script</p>')</script></head>
    <body onload="globalThis.ran = true"><nav><a href="/">Home</a><a href="/about">About</a></nav>
    <article><h1>Heat in classrooms</h1><p>It was 36 degrees in a classroom in Leeds in June, and nobody could learn, said those who were there.</p>
    <h2>What we ask</h2><ol><li>Blinds, at once, for every room that faces south.</li><li>A limit by law on the heat at work.</li><li>Trees, lots of trees, in every playground.</li></ol>
    <p>Sign <a href="survey?x=1">the survey</a>, or <a href="javascript:globalThis.ran=true">run</a>, and tell <a href="mailto:heat@example.org">us</a> of your school.</p>
    <img src="x" onerror="globalThis.ran = true"><iframe src="https://tracker.example"></iframe><form action="https://evil.example"><input name="q"><button>Go</button></form></article></body></html>`;

  it('gives its article, and nothing of it runs', async () => {
    const { body, ...about } = await only(material(page, { url: 'https://news.example.org/a/heat?utm_source=x' }));
    expect(about).toEqual({
      kind: 'page',
      skipped: [],
      at: 'the page',
      title: 'Heat in classrooms',
      url: 'https://news.example.org/a/heat',
      published: '2026-03-03',
      by: 'Climate and schools',
      licence: 'https://creativecommons.org/licenses/by/4.0/',
      lang: 'cy',
    });
    expect(count(body, 'heading')).toBe(1);
    expect(count(body, 'listItem')).toBe(3);
    expect(links(body)).toEqual(['https://news.example.org/a/survey?x=1', 'mailto:heat@example.org']);
    expect(markdownOf(body)).not.toMatch(/script|javascript|tracker|evil|Home|Go\b/);
    expect('ran' in globalThis).toBe(false);
  });

  it('without an article is refused', async () => {
    const menu = '<!doctype html><html><body><a href="/">Home</a></body></html>';
    await expect(readMaterial(material(menu))).rejects.toMatchObject({ details: { code: 'importing/no-article' } });
  });
});

describe('a Word document', () => {
  it('by LibreOffice: each heading, numbered entry, link and row is there', async () => {
    const { kind, found, skipped } = await readMaterial(fixture('libreoffice.docx'));
    expect({ kind, skipped }).toEqual({ kind: 'word', skipped: [] });
    expect(found.map(({ title }) => title)).toEqual([
      'Cuba Solidarity: send a pencil case',
      'Stop the new school inspection regime',
      'Branch meeting',
    ]);
    const [cuba, inspection, meeting] = found.map(({ body }) => body);
    if (!cuba || !inspection || !meeting) return expect.fail();
    expect(links(cuba)).toEqual(['https://example.org/pencils?utm_source=x', 'mailto:cuba@example.org']);
    expect(markdownOf(cuba).replace(/\n+/g, '\n')).toContain(
      '1. Fill a pencil case.\n2. Write a card.\n   * in Spanish, if you can\n   * in English, if not\n3. Post it by 3 March.\n',
    );
    expect([count(inspection, 'heading'), count(inspection, 'listItem'), count(inspection, 'tableRow')]).toEqual([
      1, 4, 3,
    ]);
    expect(markdownOf(inspection)).toContain('| Ada Byron | Teacher');
    expect(links(meeting)).toEqual(['https://example.org/meet']);
  });

  it('by another program, with one title: one piece', async () => {
    const document = new Document({
      sections: [
        {
          children: [
            new Paragraph({ text: 'One thing', heading: HeadingLevel.TITLE }),
            new Paragraph({
              children: [
                new TextRun('Read '),
                new ExternalHyperlink({ link: 'https://example.org/more', children: [new TextRun('more')] }),
              ],
            }),
            new Paragraph({ text: 'And then', heading: HeadingLevel.HEADING_2 }),
            new Paragraph('the end.'),
          ],
        },
      ],
    });
    const piece = await only(material(new Uint8Array(await Packer.toBuffer(document))));
    expect(piece).toMatchObject({ kind: 'word', title: 'One thing', skipped: [] });
    expect(markdownOf(piece.body)).toBe('Read [more](https://example.org/more)\n\n## And then\n\nthe end.\n');
  });
});

/** A mail as nodemailer composes it. */
async function composed(mail: Parameters<ReturnType<typeof createTransport>['sendMail']>[0]) {
  const transport = createTransport({ streamTransport: true, buffer: true });
  const { message } = await transport.sendMail({
    from: 'Ada Byron <ada@example.org>',
    to: 'sam.li@example.com',
    ...mail,
  });
  return material(message as unknown as Buffer, { name: 'it.eml' });
}

describe('a mail', () => {
  it('by Python: sender by her name, the day where she is, lists and links; signature and attachment are not taken', async () => {
    const mail = await only(fixture('python.eml'));
    expect(mail).toMatchObject({
      kind: 'mail',
      title: 'Cymorth i ysgolion Ciwba — pencils for Cuba',
      by: 'Ada Byron',
      published: '2026-03-02',
      skipped: [{ at: 'the attachment “poster.pdf”' }],
    });
    expect(count(mail.body, 'listItem')).toBe(3);
    expect(links(mail.body)).toEqual(['https://example.org/pencils']);
    expect(JSON.stringify(mail)).not.toMatch(/@|07700/);
  });

  const mailchimp = `<!doctype html><html><head><style>p{color:red}</style></head><body><span style="display:none">What only lists show</span>
    <table role="presentation"><tr><td><table><tr><td><h1>Spring news</h1><p>Dear all, read <a href="https://example.org/a">this</a>.</p></td></tr></table></td></tr>
    <tr><td><table><tr><td><ol><li>First</li><li>Second</li></ol></td><td><a href="https://example.org/go"><img src="https://x.example/b.png" alt="Sign now"></a></td></tr></table></td></tr>
    <tr><td><p><a href="https://mailchi.mp/x/abc?e=99">View this email in your browser</a></p>
    <p>Our office is open all week. You may <a href="https://x.list-manage.com/unsubscribe?u=1&id=2&e=99">leave this list</a> at any time. We are in London.</p>
    <p>This email was sent to <a href="mailto:sam.li@example.com">sam.li@example.com</a>.<br><a href="https://x.list-manage.com/profile?u=1&e=99">update your preferences</a> | <a href="https://example.org/contact">contact us</a></p>
    <img src="https://x.list-manage.com/track/open.php?u=1" width="1" height="1"></td></tr></table></body></html>`;

  it('as Mailchimp writes it: laid out in tables, and nobody else can leave the list for her', async () => {
    const mail = await only(
      await composed({
        subject: 'FW: Re: Spring news',
        html: mailchimp,
        text: 'x',
        textEncoding: 'quoted-printable',
        headers: { 'List-Unsubscribe': '<https://x.list-manage.com/unsubscribe?u=1&id=2&e=99>' },
      }),
    );
    expect(markdownOf(mail.body)).toBe(
      'Dear all, read [this](https://example.org/a).\n\n1. First\n2. Second\n\n[Sign now](https://example.org/go)\n\nOur office is open all week. We are in London.\n\n[contact us](https://example.org/contact)\n',
    );
    expect(mail).toMatchObject({ title: 'Spring news', skipped: [{ at: '4 sentences' }] });
    expect(JSON.stringify(mail)).not.toMatch(/e=99|sam\.li|list-manage/);
  });

  it('passed on by Outlook and by Gmail: without the headers of what was passed on', async () => {
    const outlook = `<div><p>See below.</p><div style="border-top:solid"><p><b>From:</b> Sam Li &lt;sam@example.com&gt;<br><b>Sent:</b> 2 March 2026 10:00<br><b>To:</b> Staff<br><b>Subject:</b> Strike</p></div><p>Vote now.</p></div>`;
    expect(markdownOf((await only(await composed({ subject: 'x', html: outlook }))).body)).toBe(
      'See below.\n\nVote now.\n',
    );
    const gmail = `<div dir="ltr">Yes<br><br><div class="gmail_quote"><div dir="ltr">---------- Forwarded message ---------<br>From: <b>Sam</b> <span>&lt;<a href="mailto:sam@example.com">sam@example.com</a>&gt;</span><br>Date: Mon, 2 Mar 2026 at 10:00<br>Subject: Strike<br>To: &lt;ada@example.org&gt;<br></div><p>Vote now.</p></div></div>`;
    const passedOn = markdownOf((await only(await composed({ subject: 'x', html: gmail }))).body);
    expect(passedOn).toMatch(/^Yes\n[\s\S]*Vote now\.\n$/);
    expect(passedOn).not.toMatch(/@|Forwarded|Subject/);
  });

  it('with a mail attached to it, in an odd charset', async () => {
    const eml = Buffer.from(
      'From: sam@example.com\r\nSubject: =?iso-8859-15?Q?Caf=E9?=\r\nMessage-ID: <1@x>\r\nContent-Type: multipart/mixed; boundary="b"\r\n\r\n--b\r\nContent-Type: text/plain; charset=windows-1250\r\n\r\nDvo\xf8\xe1k\r\n--b\r\nContent-Type: message/rfc822\r\n\r\nSubject: inner\r\n\r\ninner text\r\n--b--\r\n',
      'latin1',
    );
    const mail = await only(material(eml));
    expect(mail).toMatchObject({
      title: 'Café',
      skipped: [{ at: 'an attachment', why: expect.stringMatching(/mail of its own/) }],
    });
    expect('by' in mail).toBe(false);
    expect(markdownOf(mail.body)).toBe('Dvořák\n');
  });
});
