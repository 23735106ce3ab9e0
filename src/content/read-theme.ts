import type { Palette, Theme } from '../model/design.js';
import type { TextFile } from '../model/text-file.js';
import { readShape } from './read-shape.js';
import { present, type Reading } from './reading.js';
import { themeShape } from './schema/theme.js';
import { readYaml } from './yaml.js';

/** Reads templates/theme.yaml over the theme that it changes. */
export function readTheme(file: TextFile, base: Theme): Reading<Theme> {
  const { value, findings } = readShape(readYaml(file.path, file.text), themeShape);
  if (!value) return { findings };
  const palette = (
    from: Palette,
    { 'on-brand': onBrand, ...rest }: Record<string, string | undefined> = {},
  ): Palette => ({
    ...from,
    ...present({ ...rest, onBrand }),
  });
  return {
    value: {
      fonts: value.fonts ?? base.fonts,
      colours: palette(base.colours, value.colours),
      dark: palette(base.dark, value.dark),
    },
    findings: [],
  };
}
