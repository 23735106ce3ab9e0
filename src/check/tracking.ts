/** Names of parameters that count or tell apart who follows a link, and do nothing for the page. */
const names =
  /^(?:utm_\w+|fbclid|gclid|gclsrc|gbraid|wbraid|dclid|msclkid|twclid|ttclid|li_fat_id|igshid|igsh|mibextid|mc_cid|mc_eid|_hsenc|_hsmi|__hs\w+|hsctatracking|vero_id|vero_conv|mkt_tok|ck_subscriber_id|ml_subscriber(?:_hash)?|s_cid|oly_anon_id|oly_enc_id|akid|can_id|email_referrer|email_subject|emci|emdi|ceid|sc_src|sc_lid|sc_uid|sc_llid|wickedid|rb_clickid|yclid|_openstat|spm|bsft_\w+|at_medium|at_campaign\w*|ns_mchannel|ns_campaign|xtor|guccounter|guce_referrer\w*)$/i;

/** Whether a parameter of an address (“utm_source=mail”) only counts who comes. */
export function isTracking(parameter: string): boolean {
  return names.test(nameOf(parameter));
}

/** The name of a parameter. */
export function nameOf(parameter: string): string {
  return parameter.split('=', 1)[0] ?? '';
}

/** Sites whose own parameter by this name says who shared the link. */
const sharers = /^https?:\/\/(?:(?:www\.|m\.)?youtube\.com|youtu\.be|open\.spotify\.com)\//i;

/** An address without such parameters, everything else as it is to the letter, and the names of what is gone. */
export function withoutTracking(url: string): { readonly url: string; readonly names: readonly string[] } {
  const [, before = '', query = '', after = ''] = /^(https?:[^?#]*)\?([^#]*)(#.*)?$/is.exec(url) ?? [];
  if (query === '') return { url, names: [] };
  const separator = query.includes('&amp;') ? '&amp;' : '&';
  const [kept, gone]: [string[], string[]] = [[], []];
  for (const part of query.split(separator)) {
    const isOut = isTracking(part) || (nameOf(part) === 'si' && sharers.test(url));
    (isOut ? gone : kept).push(part);
  }
  if (gone.length === 0) return { url, names: [] };
  return { url: `${before}${kept.length === 0 ? '' : `?${kept.join(separator)}`}${after}`, names: gone.map(nameOf) };
}

/** The address of a person in a parameter (“?email=jo%40example.org”); undefined if there is none. */
export function personIn(url: string): string | undefined {
  const query = /^https?:[^?#]*\?([^#]*)/i.exec(url)?.[1];
  if (query === undefined || !/@|%40/i.test(query)) return undefined;
  return query
    .split('&')
    .map((part) => part.slice(part.indexOf('=') + 1).replace(/%40/i, '@'))
    .find((value) => /^[\w.+%-]+@[\w-]+(?:\.[\w-]+)+$/.test(value));
}
