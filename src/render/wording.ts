import type { Root } from 'mdast';
import type { Audience } from '../model/audience.js';
import type { Design } from '../model/design.js';
import type { Issue, PlacedItem } from '../model/issue.js';
import type { Language } from '../model/language.js';
import type { Organisation } from '../model/organisation.js';
import type { Attachments } from './attachments.js';

/** An issue in one language. */
export type Wording = {
  readonly issue: Issue;
  readonly language: Language;
  /** The words for items in another language, BCP 47. */
  readonly languageOf: (lang: string) => Language;
  /** Why readers get this mail. */
  readonly why: string;
  /** The parsed text of every item of the issue as this publication words it, by item id. */
  readonly bodies: ReadonlyMap<string, Root>;
  readonly intro?: Root;
  readonly attachments: Attachments;
  /** What the inbox shows of an edition with these items: a subject must not name what its reader does not get. */
  readonly headlineOf: (items: readonly PlacedItem[]) => Pick<Issue, 'subject' | 'preheader' | 'subjectPlace'>;
};

export type RenderInput = {
  readonly organisation: Organisation;
  readonly audience: Audience;
  readonly design: Design;
  /** The issue in its own language. */
  readonly wording: Wording;
  /** And in the others that it has, by language, BCP 47. */
  readonly translations: ReadonlyMap<string, Wording>;
};
