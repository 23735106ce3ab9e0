import type { Rule } from '../rule.js';
import { electionWords } from './legal/election-words.js';
import { imageRights } from './legal/image-rights.js';
import { imprint } from './legal/imprint.js';
import { industrialAction } from './legal/industrial-action.js';
import { listInRepo } from './legal/list-in-repo.js';
import { partnerLicence } from './legal/partner-licence.js';
import { personalData } from './legal/personal-data.js';
import { privacyLink } from './legal/privacy-link.js';
import { senderIdentity } from './legal/sender-identity.js';
import { sensitiveItem } from './legal/sensitive-item.js';
import { trackingConsent } from './legal/tracking-consent.js';
import { unmarkedSensitive } from './legal/unmarked-sensitive.js';
import { whyReceiving } from './legal/why-receiving.js';

/** In order of id. */
export const legalRules: readonly Rule[] = [
  electionWords,
  imageRights,
  imprint,
  industrialAction,
  listInRepo,
  partnerLicence,
  personalData,
  privacyLink,
  senderIdentity,
  sensitiveItem,
  trackingConsent,
  unmarkedSensitive,
  whyReceiving,
];
