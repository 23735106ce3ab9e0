import type { Region } from '../model/organisation.js';
import type { ProviderApi } from '../model/provider-api.js';

/**
 * The provider's API, with the key of the environment. MAILOUT_SENDGRID_URL puts another server in its place, for tests
 * and rehearsals.
 *
 * @throws Fault (exit 4) if there is no key.
 */
export async function provider(region: Region, variable: (name: string) => string | undefined): Promise<ProviderApi> {
  const { sendGridClient } = await import('../sendgrid/client.js');
  const baseUrl = variable('MAILOUT_SENDGRID_URL');
  return sendGridClient({ key: variable('SENDGRID_API_KEY') ?? '', region, ...(baseUrl && { baseUrl }) });
}
