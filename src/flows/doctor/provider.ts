import type { Content } from '../../content/references.js';
import { bad, type Check, good, warning } from './check.js';

/** There is a key to the provider. What it is good for is asked in account.ts. */
const sendgridKey: Check = ({ variable, content }) => {
  if (variable('SENDGRID_API_KEY') !== undefined) return [good('SENDGRID_API_KEY is set.')];
  const fix = 'Set it to an API key that may read suppressions and, for lists as sources, marketing contacts.';
  if (needsProvider(content)) {
    return [bad('SENDGRID_API_KEY is not set, so SendGrid cannot be asked who must not be written to.', fix)];
  }
  return [warning('SENDGRID_API_KEY is not set. Only live audiences need it.', fix)];
};

function needsProvider({ audiences }: Content): boolean {
  return audiences.some(({ people, environment }) => people && (people.kind === 'sendgrid' || environment === 'live'));
}

export const providerChecks = { sendgridKey } satisfies Record<string, Check>;
