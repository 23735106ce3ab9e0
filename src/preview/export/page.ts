import { escapedHtml as escaped } from './escaped-html.js';

/** A whole page: nothing in it runs, and nothing comes from elsewhere. `up` leads from it to the folder. */
export function page(title: string, up: '' | '../', body: string): string {
  return `<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'self' 'unsafe-inline' file:; img-src 'self' data: file:; frame-src 'self' file:; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="robots" content="noindex">
<meta name="generator" content="mailout">
<title>${escaped(title)}</title>
<link rel="stylesheet" href="${up}style.css">
</head>
<body>
<aside class="draft" aria-label="Draft"><strong>Draft</strong> Not sent, and for colleagues only. The people whom it is read as are made up.</aside>
${body}
</body>
</html>
`;
}
