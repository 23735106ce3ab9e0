import type { Rule } from '../rule.js';
import { contrast } from './a11y/contrast.js';
import { contrastDark } from './a11y/contrast-dark.js';
import { dataTable } from './a11y/data-table.js';
import { dir } from './a11y/dir.js';
import { duplicateId } from './a11y/duplicate-id.js';
import { fontSize } from './a11y/font-size.js';
import { h1 } from './a11y/h1.js';
import { headingLevels } from './a11y/heading-levels.js';
import { headingOrder } from './a11y/heading-order.js';
import { hiddenContent } from './a11y/hidden-content.js';
import { justified } from './a11y/justified.js';
import { lang } from './a11y/lang.js';
import { langParts } from './a11y/lang-parts.js';
import { layoutTableRole } from './a11y/layout-table-role.js';
import { lineHeight } from './a11y/line-height.js';
import { linkUnderline } from './a11y/link-underline.js';
import { longItalics } from './a11y/long-italics.js';
import { readingOrder } from './a11y/reading-order.js';
import { targetSize } from './a11y/target-size.js';
import { title } from './a11y/title.js';
import { writtenTable } from './a11y/written-table.js';
import { zoom } from './a11y/zoom.js';

/** In order of id. */
export const a11yRules: readonly Rule[] = [
  contrast,
  contrastDark,
  dataTable,
  dir,
  duplicateId,
  fontSize,
  h1,
  headingLevels,
  headingOrder,
  hiddenContent,
  justified,
  lang,
  langParts,
  layoutTableRole,
  lineHeight,
  linkUnderline,
  longItalics,
  readingOrder,
  targetSize,
  title,
  writtenTable,
  zoom,
];
