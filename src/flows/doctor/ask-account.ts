import type { ProviderApi } from '../../model/provider-api.js';

/** The account at SendGrid that a key is for. */
export type Account = {
  readonly api: ProviderApi;
  /** What the key may do. What it may not read is not asked: the answer would be no, and say nothing. */
  readonly scopes: ReadonlySet<unknown>;
};

/** Gives an account to questions about it. It is asked once what its key may do. Throws what `open` and `api` throw. */
export function accountOf(open: () => Promise<ProviderApi>): () => Promise<Account> {
  let account: Promise<Account> | undefined;
  return () => {
    account ??= ask(open);
    return account;
  };
}

async function ask(open: () => Promise<ProviderApi>): Promise<Account> {
  const api = await open();
  const answer = await api.ask({ method: 'GET', path: '/v3/scopes' });
  return { api, scopes: new Set(listOf(part(answer, 'scopes'))) };
}

/** A part of an answer, by its name, if there is one. */
export function part(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
}

/** An answer that should be a list; an empty one if it is none. */
export function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
