import type { Rule } from '../rule.js';
import { absolute } from './link/absolute.js';
import { anchor } from './link/anchor.js';
import { duplicateLabel } from './link/duplicate-label.js';
import { duplicateText } from './link/duplicate-text.js';
import { fileHint } from './link/file-hint.js';
import { homograph } from './link/homograph.js';
import { https } from './link/https.js';
import { internalHost } from './link/internal-host.js';
import { ipAddress } from './link/ip-address.js';
import { language } from './link/language.js';
import { mailtoEncoding } from './link/mailto-encoding.js';
import { mailtoLength } from './link/mailto-length.js';
import { moved } from './link/moved.js';
import { placeholderAddress } from './link/placeholder-address.js';
import { ranBefore } from './link/ran-before.js';
import { redirectChain } from './link/redirect-chain.js';
import { repeated } from './link/repeated.js';
import { resolves } from './link/resolves.js';
import { safelinks } from './link/safelinks.js';
import { shortener } from './link/shortener.js';
import { smartQuoteInUrl } from './link/smart-quote-in-url.js';
import { textEmpty } from './link/text-empty.js';
import { textEmptyInDesign } from './link/text-empty-in-design.js';
import { textFragment } from './link/text-fragment.js';
import { textGeneric } from './link/text-generic.js';
import { textIsUrl } from './link/text-is-url.js';
import { tooMany } from './link/too-many.js';
import { tooManyInIssue } from './link/too-many-in-issue.js';
import { trackingParams } from './link/tracking-params.js';
import { userinfo } from './link/userinfo.js';

/** In order of id. */
export const linkRules: readonly Rule[] = [
  absolute,
  anchor,
  duplicateLabel,
  duplicateText,
  fileHint,
  homograph,
  https,
  internalHost,
  ipAddress,
  language,
  mailtoEncoding,
  mailtoLength,
  moved,
  placeholderAddress,
  ranBefore,
  redirectChain,
  repeated,
  resolves,
  safelinks,
  shortener,
  smartQuoteInUrl,
  textEmptyInDesign,
  textEmpty,
  textFragment,
  textGeneric,
  textIsUrl,
  tooManyInIssue,
  tooMany,
  trackingParams,
  userinfo,
];
