import type { Theme } from '../model/design.js';
import type { Finding } from '../model/finding.js';
import type { Issue } from '../model/issue.js';
import type { Organisation } from '../model/organisation.js';
import { placeOf } from '../model/place.js';
import { type PreparedPictures, preparePictures, type WantedPicture } from './pictures.js';
import type { Workshop } from './workshop.js';

/** The widest that a picture is shown: the mail's 600 pixels without the room at its sides. */
const mailWidth = 600;

/**
 * The pictures that an issue's editions print, made ready. None where the organisation has no web pages: a mail does not
 * bring them along, and there is nowhere for them to be.
 */
export async function issuePictures(
  issue: Issue,
  organisation: Organisation,
  theme: Theme,
  { root, buildId }: Pick<Workshop, 'root' | 'buildId'>,
): Promise<PreparedPictures> {
  const wanted = wantedBy(issue, theme);
  const [first] = wanted;
  if (!first) return { pictures: new Map(), files: [], findings: [] };
  if (organisation.web === undefined)
    return { pictures: new Map(), files: [], findings: [noPlace(first, organisation)] };
  return preparePictures(wanted, root, buildId);
}

function wantedBy({ sections }: Issue, theme: Theme): WantedPicture[] {
  const width = mailWidth - 2 * theme.spacing;
  const ofItems = sections
    .flatMap(({ items }) => items)
    .filter(({ length }) => length !== 'brief')
    .flatMap(({ item }): WantedPicture[] =>
      item.image ? [{ src: item.image.src, place: placeOf(item.source, 'image.src'), width }] : [],
    );
  const { logo } = theme;
  return logo ? [...ofItems, { src: logo.src, place: placeOf(logo.source, 'logo.src'), width: logo.width }] : ofItems;
}

function noPlace({ place }: WantedPicture, organisation: Organisation): Finding {
  return {
    rule: 'picture/no-place',
    severity: 'warning',
    place,
    words: `Pictures are left out: a mail links to them, and ${organisation.source.file} does not say where they are on the web.`,
    fix: 'Add “web: https://…” there.',
  };
}
