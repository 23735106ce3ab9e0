import type { Palette, Theme } from '../model/design.js';
import type { TextFile } from '../model/text-file.js';
import { contrastFindings } from './contrast-findings.js';
import { present, type Reading } from './reading.js';
import { type ThemeShape, themeShape } from './schema/theme.js';
import { readSettings } from './settings.js';

/** Reads templates/theme.yaml over the theme that it changes. */
export function readTheme(file: TextFile, base: Theme): Reading<Theme> {
  const settings = readSettings(file, themeShape);
  if (!settings.value) return { findings: settings.findings };
  const { value, yaml } = settings;
  const theme: Theme = {
    ...base,
    ...present({ spacing: value.spacing, corners: value.corners }),
    type: {
      text: value.type?.text ?? base.type.text,
      headings: value.type?.headings ?? value.type?.text ?? base.type.headings,
      size: value.type?.size ?? base.type.size,
    },
    ...(value.logo && { logo: { ...value.logo, source: yaml.source } }),
    colours: palette(base.colours, value.colours),
    dark: palette(base.dark, value.dark),
  };
  return { value: theme, findings: contrastFindings(theme, yaml.source) };
}

function palette(base: Palette, { 'on-brand': onBrand, ...rest }: NonNullable<ThemeShape['colours']> = {}): Palette {
  return { ...base, ...present({ ...rest, onBrand }) } as Palette;
}
