import type { ProviderPost } from '../../../model/provider-post.js';

/** How mail goes out by SendGrid. */
export type SendGridSettings = {
  readonly post: ProviderPost;
  /** SendGrid looks at the request and sends nothing. */
  readonly sandbox: boolean;
  /** What SendGrid's figures are kept by: ten at most, opaque, since anybody at SendGrid may see them, for ever. */
  readonly categories: readonly string[];
  /** Off unless somebody wants it: to open a mail is nobody's business (UK GDPR, article 9; PECR, regulation 6). */
  readonly tracking: { readonly clicks: boolean; readonly opens: boolean };
  /** Milliseconds since 1970. */
  readonly now: () => number;
};
