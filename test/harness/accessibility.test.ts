import { expect, it } from 'vitest';
import { consortiumComplaints } from './accessibility.js';

const good = `<!doctype html><html lang="en-GB" dir="ltr"><head><meta charset="utf-8"><title>Aid for Yemen</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<!--[if mso]><xml><o:PixelsPerInch>96</o:PixelsPerInch></xml><![endif]-->
<style>h1,h2{margin:0}@media (prefers-color-scheme:dark){.paper{background:#111111 !important}}</style></head>
<body style="background:#eeeeee"><div lang="en-GB" dir="ltr" style="font:16px/1.5 Arial,sans-serif;color:#222222">
<div style="display:none;max-height:0;overflow:hidden">Two things to do before Friday.&#847;&zwnj;&nbsp;</div>
<!--[if mso]><table role="presentation" width="600"><tr><td><![endif]--><table role="presentation" width="100%">
<tr><td class="paper" style="background:#ffffff;padding:24px">
<h1 style="font-size:32px;line-height:1.2">Aid for Yemen</h1>
<p>The petition closes on Friday. <a href="https://www.example.org/yemen" style="color:#5a2a91">Read why it matters</a>.</p>
<h2>What to do</h2>
<p style="color:#767676">Sign it, and declare the cut null and void: it would be the largest that there has ever been in one year.</p>
<table role="presentation"><tr><td style="background:#4a2378"><a href="https://www.example.org/sign"
style="display:inline-block;padding:13px 24px;color:#ffffff;text-decoration:none">Sign the petition</a></td></tr></table>
<p>In Arabic: <a href="https://www.example.org/ar" lang="ar" dir="rtl" style="color:#5a2a91">وقّع العريضة</a></p>
<a href="https://www.example.org/school"><img src="https://www.example.org/school.jpg" alt="A school in Aden" width="552"
height="300"></a>
<table><caption>Signatures</caption><tr><th scope="col">Week</th><th scope="col">Names</th></tr><tr><td>1</td><td>90</td></tr></table>
</td></tr></table><!--[if mso]></td></tr></table><![endif]-->
<p style="font-size:14px">You get this because you are a member of our union, and because you asked us to write to you each
week. <a href="[[unsubscribe_url]]" style="color:#5a2a91">Unsubscribe</a></p></div></body></html>`;

it('has nothing to say about a good email', () => {
  expect(consortiumComplaints(good)).toEqual([]);
});

type Fault = readonly [fault: string, before: string | RegExp, after: string, complaint: string | RegExp];

/** One fault each, put in by replacing the first that is found, and the only complaint that follows. */
const faults: readonly Fault[] = [
  ['no direction in the body', ' dir="ltr" style="font', ' style="font', /^dir: <div lang="en-GB">.*its dir$/],
  [
    'text outside the wrapper',
    '</body>',
    '<p lang="cy" style="line-height:1.5">Hwyl fawr</p></body>',
    /^dir: <p lang="cy"> “Hwyl fawr”: has something/,
  ],
  [
    'a direction that there is not',
    'lang="ar" dir="rtl"',
    'lang="ar" dir="right"',
    'dir: <a href="https://www.example.org/ar" lang="ar"> “وقّع العريضة”: “right” is no direction',
  ],
  [
    'a language in the other direction',
    'lang="ar" dir="rtl"',
    'lang="ar"',
    /the direction is ltr and the language’s is rtl$/,
  ],
  ['no language in the body', '<div lang="en-GB" dir', '<div dir', /^lang: <div>.*its lang$/],
  ['an undetermined language', '<div lang="en-GB"', '<div lang="und"', /^lang: .*“und” is no language$/],
  [
    'a language that there is not',
    'lang="ar" dir="rtl"',
    'lang="arabic" dir="rtl"',
    /^lang: .*“arabic” is no language$/,
  ],
  [
    'a foreign word in no language',
    ' lang="ar" dir="rtl"',
    '',
    'lang: <a> “وقّع العريضة”: Arabic letters in what is said to be “en-GB”',
  ],
  ['no language of the document', '<html lang="en-GB"', '<html', 'html-lang: <html>: says no language'],
  [
    'a wrong language of the document',
    '<html lang="en-GB"',
    '<html lang="en_GB"',
    /^html-lang: .*“en_GB” is no language$/,
  ],
  ['an empty title', '<title>Aid for Yemen<', '<title> <', /^title: /],
  ['no title', '<title>Aid for Yemen</title>', '', /^title: /],
  ['a fixed zoom', 'initial-scale=1', 'maximum-scale=1', /^zoom: /],
  [
    'a layout table without a role',
    '<table role="presentation"><tr><td style="b',
    '<table><tr><td style="b',
    /^table: <table>.*“Sign the petition”: is layout without role/,
  ],
  [
    'a data table said to be layout',
    '<table><caption>',
    '<table role="none"><caption>',
    /^table: .*is said to be layout/,
  ],
  ['a heading of data without scope', '<th scope="col">', '<th>', /^table: .*headings without scope$/],
  ['a role that hides a table’s', '<table><caption>', '<table role="grid"><caption>', /^table: .*has the role “grid”$/],
  ['no heading of level one', /<h1 .*<\/h1>/, '', 'heading: <h1>: there are 0 of them'],
  ['two headings of level one', '<h2>What to do</h2>', '<h1>What to do</h1>', 'heading: <h1>: there are 2 of them'],
  ['a heading before the first', '<h1 ', '<h2>First</h2><h1 ', /^heading: <h2> “First”: comes before/],
  [
    'a level left out',
    '<h2>What to do</h2>',
    '<h3>What to do</h3>',
    'heading: <h3> “What to do”: follows a heading of level 1',
  ],
  ['an empty heading', '<h2>What to do', '<h2>&nbsp;', 'heading: <h2>: is empty'],
  ['a link without words', '>Unsubscribe<', '>&nbsp;<', /^link-name: /],
  ['a linked picture without words', 'alt="A school in Aden"', 'alt=""', /^picture: .*all there is of a link/],
  ['a picture called by its file', 'alt="A school in Aden"', 'alt="School.jpg"', /^picture: .*name of a file/],
  ['low contrast', '#767676', '#777777', /^contrast: <p> “Sign it.*: #777777 on #ffffff is 4.47:1, not 4.5:1$/],
  [
    'low contrast on a ground that lets the one below through',
    '<h2>',
    '<h2 style="background:rgba(0,0,0,.7)">',
    /^contrast: <h2>.*#222222 on #4d4d4d/,
  ],
  ['low contrast in a heading', '<h2>', '<h2 style="color:#959595">', /^contrast: .*2.99:1, not 3:1$/],
  [
    'a link in the browser’s blue on dark',
    '#ffffff;text-decoration',
    '#0000ee;text-decoration',
    /^contrast: .*#0000ee on #4a2378/,
  ],
  ['no alt', ' alt="A school in Aden"', '', /^picture: .*has no alt$/],
  ['a picture without a height', 'height="300"', 'height="auto"', /^picture: .*whole pixels$/],
  ['a picture that clients do not show', 'school.jpg', 'school.webp', /^picture: .*clients do not show$/],
  [
    'a pixel that watches',
    '</h2>',
    '</h2><img src="https://www.example.org/o.gif" alt="" width="1" height="1">',
    /^picture: .*watches readers$/,
  ],
  [
    'a link that says “here”',
    'Read why it matters',
    'Click here!',
    'link-words: <a href="https://www.example.org/yemen"> “Click here!”: says nothing by itself',
  ],
  ['“read more” of a file', 'Read why it matters', 'Read more (PDF, 1 MB)', /^link-words: .*says nothing/],
  ...Object.entries({
    cy: 'yma',
    fr: 'Lire la suite',
    es: 'aquí',
    ja: 'こちら',
    'zh-Hans': '点击这里',
    'ar" dir="rtl': 'اقرأ المزيد',
    'ur" dir="rtl': 'مزید پڑھیں',
  }).map(
    ([lang, words]): Fault => [
      `a link that says “${words}”`,
      '>Unsubscribe<',
      ` lang="${lang}">${words}<`,
      /^link-words: .*says nothing/,
    ],
  ),
  ['an address for words', 'Read why it matters', 'www.example.org/yemen', /^link-words: .*letter by letter$/],
  [
    'the same words for two places',
    'Read why it matters',
    'Sign the petition',
    'link-words: <a href="https://www.example.org/sign"> “Sign the petition”: has the words of the link to https://www.example.org/yemen',
  ],
  [
    'a link in colour only',
    '<a href="https://www.example.org/yemen" style="',
    '<a href="https://www.example.org/yemen" style="text-decoration:none;',
    /^link-mark: .*neither underlined nor a button$/,
  ],
  [
    'a button that is lost on its ground',
    '</table>\n<p>In',
    '</table><a href="https://www.example.org/tell" style="background:#f4eff9;color:#222222;text-decoration:none">Tell a friend</a>\n<p>In',
    /^link-mark: .*by 1.13:1 only$/,
  ],
  ['a script', '</body>', '<script>1</script></body>', 'element: <script> “1”: does not belong in an email'],
  ['a form', '<h2>', '<form></form><h2>', /^element: <form>/],
  ['a tag of MJML left over', '<h2>', '<mj-text></mj-text><h2>', /^element: <mj-text>/],
  ['a style block in the body', '<h2>', '<style>h2{margin:0}</style><h2>', /^element: <style>.*outside the head$/],
  [
    'an external style sheet',
    '</head>',
    '<link rel="stylesheet" href="https://www.example.org/a.css"></head>',
    /^element: <link/,
  ],
  ['a script in an attribute', '<h2>', '<h2 onclick="go()">', /^element: <h2>.*script in an attribute$/],
  ['a web font', 'h1,h2{', '@import url(https://www.example.org/f.css);h1,h2{', /^style-block: .*from elsewhere$/],
  [
    'a long style block',
    'h1,h2{margin:0}',
    `h1,h2{margin:0}${'.a{margin:0}\n'.repeat(800)}`,
    /^style-block: .*Gmail takes 8192/,
  ],
  ['a position', 'padding:24px', 'position:relative', /^css: .*“position:”/],
  ['a flex box', 'padding:24px', 'display:flex', /^css: .*“display:flex”/],
  ['a variable', 'h1,h2{margin:0}', 'h1,h2{margin:var(--gap)}', /^css: <style>: “var\(”/],
  ['a colour in new syntax', '#111111 !', 'rgb(0 0 0) !', /^css: <style>: “rgb\(0 0”/],
  ['a colour with an opacity in hex', '#111111 !', '#11111180 !', /^css: <style>: “#11111180”/],
  ['importance without a space', ' !important', '!important', /^css: <style>: “1!important”/],
  ['a long line', 'The petition closes', `${'The petition '.repeat(80)}closes`, /^line: line 10: 1\d\d\d octets/],
  ['too many bytes', '</body>', `${'\n<br>'.repeat(21_000)}</body>`, /^bytes: /],
  ['a template’s braces', 'Aid for Yemen</h1>', '{{title}}</h1>', /^leftover: <h1> “\{\{title\}\}”/],
  ['an undefined word', 'The petition closes', 'undefined closes', /^leftover: <p>/],
  ['an object', 'width="552"', 'width="552" title="[object Object]"', /^leftover: <img/],
  [
    'a null',
    'https://www.example.org/school"',
    'https://www.example.org/null"',
    /^leftover: <a .*“null” was left in its href$/,
  ],
  [
    'an open conditional comment',
    '<xml><o:PixelsPerInch>96</o:PixelsPerInch></xml><![endif]-->',
    '-->',
    /^conditional: .*not closed/,
  ],
  [
    'a ghost table that is not closed',
    '<!--[if mso]></td></tr></table><![endif]-->',
    '',
    /^conditional: .*<\/div> has no counterpart$/,
  ],
  ['a comment', '<h2>', '<!-- To do --><h2>', /^comment: <!--To do-->/],
  ['hidden text', '<h2>', '<p style="display:none">Free money</p><h2>', 'hidden: <p> “Free money”: cannot be seen'],
  [
    'text kept from screen readers',
    '<h2>',
    '<p aria-hidden="true">Quiet</p><h2>',
    /^hidden: .*kept from screen readers$/,
  ],
  ['small print', 'font-size:14px', 'font-size:13px', /^font-size: <p> .*13 pixels, not 14$/],
  [
    'small running text',
    'color:#767676',
    'color:#767676;font-size:14px',
    /^font-size: <p>.*14 pixels, not 16, in running text$/,
  ],
  [
    'tight lines',
    'color:#767676',
    'color:#767676;line-height:20px',
    'line-height: <p> “Sign it, and declare the cut null and void: it wo…”: lines are 1.25 high, not 1.4',
  ],
  ['an id twice', '<h2>', '<h2 id="a"><span id="a"></span>', /^id: <span id="a">/],
];

it.each(faults)('sees %s', (_fault, before, after, complaint) => {
  const html = good.replace(before, () => after);
  expect(html).not.toBe(good);
  expect(consortiumComplaints(html)).toEqual([expect.stringMatching(complaint)]);
});
