import { describe, expect, it } from 'vitest';
import { englishNames } from '../../src/language/english-countries.js';
import { everyLanguage, language } from './every-language.js';

const codes = Object.keys(englishNames);

describe('everyday names of countries', () => {
  it.each([
    ['cy', { PS: 'Palesteina', US: 'Yr Unol Daleithiau', RU: 'Rwsia', CD: 'Gweriniaeth Ddemocrataidd y Congo' }],
    ['ar', { PS: 'فلسطين', MM: 'ميانمار', SY: 'سوريا', SZ: 'إسواتيني', BY: 'بيلاروس' }],
    ['ckb', { PS: 'فەلەستین', SY: 'سووریا', IQ: 'عێراق', TR: 'تورکیا', GB: 'بەریتانیا' }],
    ['ur', { PS: 'فلسطین', US: 'امریکہ', IR: 'ایران', PK: 'پاکستان', GB: 'برطانیہ' }],
    ['fr', { PS: 'Palestine', US: 'États-Unis', TZ: 'Tanzanie', CZ: 'Tchéquie', CI: 'Côte d’Ivoire' }],
    ['es', { PS: 'Palestina', KP: 'Corea del Norte', KR: 'Corea del Sur', SY: 'Siria', LA: 'Laos' }],
    ['ja', { PS: 'パレスチナ', RU: 'ロシア', KR: '韓国', VE: 'ベネズエラ', SZ: 'エスワティニ' }],
    ['zh-Hans', { PS: '巴勒斯坦', TW: '台湾', EH: '西撒哈拉', KR: '韩国' }],
    ['zh-Hant', { PS: '巴勒斯坦', TW: '台灣', HK: '香港', KR: '南韓' }],
  ])('are those of %s', async (tag, names) => {
    const { countryName } = await language(tag);
    expect(Object.fromEntries(Object.keys(names).map((code) => [code, countryName(code)]))).toEqual(names);
  });
});

describe.each(everyLanguage)('%s', (_tag, { countryName }) => {
  const names = codes.map((code) => countryName(code) ?? '');

  it('has a name for every country, each different', () => {
    expect(names.filter((name) => name.trim() === '')).toEqual([]);
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
  });

  it('has everyday names, not those of a list', () => {
    const threeIslands = countryName('SH');
    expect(names.filter((name) => name !== threeIslands && /[,،;/[\]()]/.test(name))).toEqual([]);
  });

  it.each(['ZZ', 'UK', 'ye', '', 'toString'])('has none for %j', (code) => {
    expect(countryName(code)).toBeNull();
  });
});

it.each(['ar', 'ur', 'ja', 'zh-Hans', 'zh-Hant'])('no name in %s is left in Latin letters', async (tag) => {
  const { countryName } = await language(tag);
  expect(codes.filter((code) => /\p{Script=Latin}/u.test(countryName(code) ?? ''))).toEqual([]);
});

it('the few names that Sorani has not settled are English', async () => {
  const { countryName } = await language('ckb');
  const inEnglish = codes.filter((code) => countryName(code) === englishNames[code]);
  expect(inEnglish).toContain('BV');
  expect(inEnglish.length).toBeLessThan(20);
});
