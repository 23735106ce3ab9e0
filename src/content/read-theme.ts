import type { Palette, Theme } from '../model/design.js';
import type { TextFile } from '../model/text-file.js';
import { present, type Reading } from './reading.js';
import { themeShape } from './schema/theme.js';
import { readSettings } from './settings.js';

/** Reads templates/theme.yaml over the theme that it changes. */
export function readTheme(file: TextFile, base: Theme): Reading<Theme> {
  const settings = readSettings(file, themeShape);
  if (!settings.value) return { findings: settings.findings };
  const { value } = settings;
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
