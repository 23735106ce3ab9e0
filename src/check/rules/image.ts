import type { Rule } from '../rule.js';
import { altPresent } from './image/alt-present.js';
import { altQuality } from './image/alt-quality.js';
import { animated } from './image/animated.js';
import { consent } from './image/consent.js';
import { darkLogo } from './image/dark-logo.js';
import { dimensions } from './image/dimensions.js';
import { exif } from './image/exif.js';
import { format } from './image/format.js';
import { hosted } from './image/hosted.js';
import { linkedAlt } from './image/linked-alt.js';
import { textInImage } from './image/text-in-image.js';
import { textRatio } from './image/text-ratio.js';
import { weight } from './image/weight.js';

/** In order of id. */
export const imageRules: readonly Rule[] = [
  altPresent,
  altQuality,
  animated,
  consent,
  darkLogo,
  dimensions,
  exif,
  format,
  hosted,
  linkedAlt,
  textInImage,
  textRatio,
  weight,
];
