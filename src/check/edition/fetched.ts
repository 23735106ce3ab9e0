/** Whether an address is of a font, or of a style sheet that only names fonts. */
export function isFontAddress(address: string): boolean {
  return (
    /\b(?:fonts\.googleapis\.com|fonts\.gstatic\.com|fonts\.bunny\.net|use\.typekit\.net|p\.typekit\.net|fast\.fonts\.net|cloud\.typography\.com)\b/i.test(
      address,
    ) || /\.(?:woff2?|ttf|otf|eot)\b/i.test(address)
  );
}
