import type { Rule } from '../rule.js';
import { absolute } from './link/absolute.js';
import { duplicateText } from './link/duplicate-text.js';
import { fileHint } from './link/file-hint.js';
import { homograph } from './link/homograph.js';
import { https } from './link/https.js';
import { internalHost } from './link/internal-host.js';
import { ipAddress } from './link/ip-address.js';
import { safelinks } from './link/safelinks.js';
import { shortener } from './link/shortener.js';
import { smartQuoteInUrl } from './link/smart-quote-in-url.js';
import { textEmpty } from './link/text-empty.js';
import { textGeneric } from './link/text-generic.js';
import { textIsUrl } from './link/text-is-url.js';
import { trackingParams } from './link/tracking-params.js';
import { userinfo } from './link/userinfo.js';

/** In order of id. */
export const linkRules: readonly Rule[] = [
  absolute,
  duplicateText,
  fileHint,
  homograph,
  https,
  internalHost,
  ipAddress,
  safelinks,
  shortener,
  smartQuoteInUrl,
  textEmpty,
  textGeneric,
  textIsUrl,
  trackingParams,
  userinfo,
];
