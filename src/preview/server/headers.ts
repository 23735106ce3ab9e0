/** On every answer, whatever it is. */
const everywhere = {
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cache-Control': 'no-store',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
} as const;

const nowhere = "base-uri 'none'; form-action 'none'";

/** What may happen in what is answered. */
export const policies = {
  /** The page: its own files and nothing written into it. */
  page: `default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; frame-src 'self'; ${nowhere}; frame-ancestors 'none'`,
  /** An edition: nothing runs, and nothing is fetched from elsewhere. */
  edition: editionPolicy("'self' data:"),
  /** The same with its pictures from the web, once the editor allows them. */
  editionWithRemotePictures: editionPolicy("'self' data: https:"),
  /** Everything else: nothing at all. */
  bare: `sandbox; default-src 'none'; ${nowhere}; frame-ancestors 'self'`,
} as const;

function editionPolicy(pictures: string): string {
  return `sandbox allow-same-origin; default-src 'none'; style-src 'unsafe-inline'; img-src ${pictures}; ${nowhere}; frame-ancestors 'self'`;
}

/** The headers of an answer that says nothing of its own about what may happen in it. */
export const safeHeaders: Readonly<Record<string, string>> = {
  ...everywhere,
  'Content-Security-Policy': policies.bare,
};
