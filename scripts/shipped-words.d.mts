import type { Plugin } from 'esbuild';

export const shippedWords: Plugin;
export function dictionaryWords(): string[];
