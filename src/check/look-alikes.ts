import { domainToUnicode } from 'node:url';

/** A name of nothing but Cyrillic letters that look like Latin ones. */
const lookAlikes = /^[асеһіјӏорԛѕԝхуѵьӕʏԁɡ0-9-]+$/u;
const otherAlphabets = /[\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Armenian}\p{Script=Cherokee}]/u;
const latin = /[a-zà-öø-ÿ]/i;

/** The host of an address as it is written, which may have letters of any alphabet. */
export function typedHost(address: string): string | undefined {
  return /^https?:\/\/(?:[^/?#@]*@)?([^/?#:]+)/i.exec(address)?.[1];
}

/** Whether the name of a host has letters that are there to look like others (UTS 39, mixed and whole-script confusables). */
export function isLookAlike(host: string): boolean {
  const labels = domainToUnicode(host).split('.');
  const end = labels.at(-1) ?? '';
  return labels.some(
    (label) => otherAlphabets.test(label) && (latin.test(label) || (lookAlikes.test(label) && /^[a-z]+$/i.test(end))),
  );
}
