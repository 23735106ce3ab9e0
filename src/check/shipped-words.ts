/**
 * The words of the dictionary, in order of code units, one a line: a program that is bundled has them here, and need not
 * make them, which takes longer than all rules together. Empty where the sources run as they are.
 */
export const shippedWords = '';
