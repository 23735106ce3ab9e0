import type { SkeletonParts } from 'mjml';

/**
 * The document around the compiled body, for MJML's `skeleton` option. Smaller than MJML's own: no rules for Outlook 2003
 * and Internet Explorer, no web fonts. Kept for classic Outlook are the VML namespaces and 96 pixels to the inch, so
 * that it does not scale pictures on screens set to 120; for Thunderbird the column widths once more under its class.
 *
 * Styles that compile from columns, that components bring and that a design writes stay in blocks of their own:
 * Gmail drops a whole block when one rule in it is beyond it.
 */
export function writeDocument(parts: SkeletonParts): string {
  const head = [
    `<title>${parts.title}</title>`,
    '<meta http-equiv="Content-Type" content="text/html; charset=UTF-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="color-scheme" content="light dark">',
    '<meta name="supported-color-schemes" content="light dark">',
    '<!--[if mso]><noscript><xml><o:OfficeDocumentSettings><o:AllowPNG/><o:PixelsPerInch>96</o:PixelsPerInch></o:OfficeDocumentSettings></xml></noscript><![endif]-->',
    styleBlock(reset),
    ...columnWidths(parts.breakpoint, parts.mediaQueries),
    styleBlock([...parts.componentsHeadStyle, ...Object.values(parts.headStyle)].map((of) => of(parts.breakpoint))),
    ...parts.style.map((style) => styleBlock([style])),
    ...(parts.headRaw ?? []),
  ];
  return `<!doctype html>
<html lang="${parts.lang}" dir="${parts.dir}" xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office">
<head>
${head.filter((part) => part).join('\n')}
</head>
${parts.content.trim()}
</html>
`;
}

const reset = [
  ':root{color-scheme:light dark;supported-color-schemes:light dark}',
  '#outlook a{padding:0}',
  'body{margin:0;padding:0;-webkit-text-size-adjust:100%;-ms-text-size-adjust:100%}',
  'table,td{border-collapse:collapse;mso-table-lspace:0pt;mso-table-rspace:0pt}',
  'img{border:0;height:auto;line-height:100%;outline:none;text-decoration:none;-ms-interpolation-mode:bicubic}',
  'p{display:block;margin:13px 0}',
];

function styleBlock(rules: readonly string[]): string {
  return rules.length === 0 ? '' : `<style type="text/css">\n${rules.join('\n')}\n</style>`;
}

/** Columns stand side by side from the breakpoint on; Thunderbird reads the width from the block's media attribute. */
function columnWidths(breakpoint: string, mediaQueries: Readonly<Record<string, string>>): string[] {
  const rules = new Map<string, string[]>();
  for (const [className, rule] of Object.entries(mediaQueries)) {
    rules.set(rule, [...(rules.get(rule) ?? []), className]);
  }
  if (rules.size === 0) return [];
  const under = (scope: string) =>
    [...rules].map(([rule, classes]) => `${classes.map((name) => `${scope}.${name}`).join(',')}${rule}`).join('\n');
  return [
    styleBlock([`@media only screen and (min-width:${breakpoint}){\n${under('')}\n}`]),
    `<style media="screen and (min-width:${breakpoint})">\n${under('.moz-text-html ')}\n</style>`,
  ];
}
