import { contrast } from '../model/contrast.js';
import { settingsFile } from './settings.js';

/**
 * templates/theme.yaml in one colour: what else has to go with it, by day and in the dark, is worked out.
 *
 * @param brand six-digit hex
 */
export function themeFile(brand: string): string {
  const light = contrast(brand, '#ffffff') >= contrast(brand, '#000000') ? '#ffffff' : '#000000';
  const deep = mixed(brand, '#000000', 0.35);
  return settingsFile('../.mailout/schemas/theme.json', [
    {
      name: 'colours',
      comment:
        'What makes every design yours. mailout refuses colours that are hard to read. More of it: docs/templates.md.',
      value: { brand, 'on-brand': light, accent: mixed(brand, '#ffffff', 0.93), link: brand },
    },
    {
      name: 'dark',
      value: {
        brand: deep,
        'on-brand': '#f6f1fa',
        accent: mixed(brand, '#17141d', 0.75),
        link: mixed(brand, '#ffffff', 0.65),
      },
    },
    {
      name: 'type',
      value: { text: 'Arial,Helvetica,sans-serif', headings: "Georgia,'Times New Roman',serif", size: 16 },
    },
  ]);
}

/** @param share of the second colour, 0 to 1 */
function mixed(one: string, other: string, share: number): string {
  const channels = [1, 3, 5].map((at) => {
    const [from, to] = [one, other].map((colour) => Number.parseInt(colour.slice(at, at + 2), 16)) as [number, number];
    return Math.round(from + (to - from) * share);
  });
  return `#${channels.map((channel) => channel.toString(16).padStart(2, '0')).join('')}`;
}
