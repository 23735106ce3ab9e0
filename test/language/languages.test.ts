import { build } from 'esbuild';
import { describe, expect, it } from 'vitest';
import { english } from '../../src/language/english.js';
import { knownLanguages, loadLanguage } from '../../src/language/languages.js';
import { everyLanguage } from './every-language.js';

describe('loadLanguage', () => {
  it.each([
    ['en', 'en'],
    ['en-GB', 'en'],
    ['EN-us', 'en'],
    ['cy', 'cy'],
    ['cy-GB', 'cy'],
    ['ar-SY', 'ar'],
    ['ur-PK', 'ur'],
    ['fr-CA', 'fr'],
    ['es-419', 'es'],
    ['ja-JP', 'ja'],
    ['ja-JP-u-ca-japanese', 'ja'],
    ['zh', 'zh-Hans'],
    ['zh-CN', 'zh-Hans'],
    ['zh-Hans-SG', 'zh-Hans'],
    ['zh-Hant', 'zh-Hant'],
    ['zh-Hant-TW', 'zh-Hant'],
    ['zh-TW', 'zh-Hant'],
    ['zh-HK', 'zh-Hant'],
    ['zh-Hans-HK', 'zh-Hans'],
    ['ckb-IQ', 'ckb'],
    ['ku-Arab', 'ckb'],
    ['ku-Arab-IR', 'ckb'],
  ])('%s is %s', async (tag, found) => {
    const { language, isKnown } = await loadLanguage(tag);
    expect([language.tag, isKnown]).toEqual([found, true]);
  });

  // Kurmanji is another language than Sorani, and Cyprus and Syria are not Welsh.
  it.each(['ku', 'ku-Latn', 'kmr', 'xx', 'cym', 'sy', 'constructor', ''])('%j is English, unknown', async (tag) => {
    expect(await loadLanguage(tag)).toEqual({ language: english, isKnown: false });
  });
});

describe('languages', () => {
  it('are known by the tags that they have themselves', () => {
    expect(everyLanguage.map(([, { tag }]) => tag)).toEqual(knownLanguages);
  });

  it('are not loaded for an edition in English', async () => {
    const { metafile } = await build({
      entryPoints: ['src/language/languages.ts'],
      outdir: 'out',
      write: false,
      bundle: true,
      splitting: true,
      format: 'esm',
      platform: 'node',
      metafile: true,
      logLevel: 'silent',
    });
    const loaded = new Set(['out/languages.js']);
    for (const output of loaded)
      for (const { path, kind } of metafile.outputs[output]?.imports ?? [])
        if (kind === 'import-statement') loaded.add(path);
    const sources = [...loaded].flatMap((output) => Object.keys(metafile.outputs[output]?.inputs ?? {}));
    expect(sources).toContain('src/language/english.ts');
    expect(sources).not.toContain('src/language/welsh.ts');
    expect(sources.filter((source) => source.endsWith('.json'))).toEqual([]);
  });
});
