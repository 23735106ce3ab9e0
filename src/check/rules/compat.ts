import type { Rule } from '../rule.js';
import { backgroundImage } from './compat/background-image.js';
import { darkMeta } from './compat/dark-meta.js';
import { forbiddenElement } from './compat/forbidden-element.js';
import { htmlValid } from './compat/html-valid.js';
import { importantForm } from './compat/important-form.js';
import { maxWidth } from './compat/max-width.js';
import { mjmlConfigFile } from './compat/mjml-config-file.js';
import { modernColourSyntax } from './compat/modern-colour-syntax.js';
import { msoBalanced } from './compat/mso-balanced.js';
import { remoteCss } from './compat/remote-css.js';
import { unsupportedCss } from './compat/unsupported-css.js';
import { webfont } from './compat/webfont.js';

/** In order of id. */
export const compatRules: readonly Rule[] = [
  backgroundImage,
  darkMeta,
  forbiddenElement,
  htmlValid,
  importantForm,
  maxWidth,
  mjmlConfigFile,
  modernColourSyntax,
  msoBalanced,
  remoteCss,
  unsupportedCss,
  webfont,
];
