import type { Cadence } from '../model/cadence.js';
import { copyDesign } from '../model/design.js';
import type { Finding } from '../model/finding.js';
import { placeOf } from '../model/place.js';
import type { Publication, PublicationWords, Section, Takes } from '../model/publication.js';
import { suggestion } from '../model/suggest.js';
import type { TextFile } from '../model/text-file.js';
import { present, type Reading } from './reading.js';
import { type PublicationShape, publicationShape } from './schema/publication.js';
import { readSettings } from './settings.js';

/** Reads issues/<id>/publication.yaml. */
export function readPublication(id: string, file: TextFile): Reading<Publication> {
  const settings = readSettings(file, publicationShape);
  if (!settings.value) return { findings: settings.findings };
  const publication = toPublication(id, settings.value, settings.yaml.source);
  return { value: publication, findings: contradictions(publication) };
}

function toPublication(id: string, shape: PublicationShape, source: Publication['source']): Publication {
  const { cadence, sender, sections, channel, subject, preheader, size, translations, approvers, rules, ...rest } =
    shape;
  const { 'copy-deadline': copyDeadline, ...plain } = rest;
  return {
    ...present({ ...plain, copyDeadline }),
    id,
    source,
    channel: channel ?? 'email',
    marketing: rest.marketing ?? true,
    sender: present({ name: sender.name, address: sender.address, replyTo: sender['reply-to'] }),
    cadence: toCadence(cadence),
    sections: sections.map(toSection),
    subject: subject ?? '{title}: {lead}',
    preheader: preheader ?? '{second}',
    size: { limit: size?.limit ?? 80, shorten: size?.shorten ?? [] },
    translations: Object.fromEntries(Object.entries(translations ?? {}).map(([lang, words]) => [lang, toWords(words)])),
    approvers: approvers ?? [],
    rules: rules ?? {},
  } as Publication;
}

function toCadence(shape: PublicationShape['cadence']): Cadence {
  return {
    ...present({ starting: shape.starting, termWeek: shape['term-week'], ifEmpty: shape['if-empty'] }),
    every: shape.every,
    on: shape.on,
    at: shape.at,
    inHolidays: shape['in-holidays'] ?? 'publish',
    onBankHoliday: shape['on-bank-holiday'] ?? 'next-working-day',
  } as Cadence;
}

function toSection(shape: PublicationShape['sections'][number]): Section {
  const { takes = {}, length, ...rest } = shape;
  const { 'closing-within': closingWithin, ...plain } = takes;
  return {
    ...present(rest),
    takes: present({ ...plain, closingWithin }) as Takes,
    length: length ?? 'full',
  } as Section;
}

function toWords({ sections = {}, ...rest }: NonNullable<PublicationShape['translations']>[string]): PublicationWords {
  return {
    ...present(rest),
    sections: Object.fromEntries(Object.entries(sections).map(([id, words]) => [id, present(words)])),
  } as PublicationWords;
}

function contradictions(publication: Publication): Finding[] {
  const findings: Finding[] = [];
  const say = (rule: string, path: string, words: string, fix: string) =>
    findings.push({ rule: `content/${rule}`, severity: 'error', place: placeOf(publication.source, path), words, fix });

  if (publication.channel === 'email' && publication.template === undefined) {
    say('no-template', '', '“template” is missing.', 'Name a folder of templates/: “template: weekly-digest”.');
  }
  if (
    publication.template !== undefined &&
    (publication.template === copyDesign) !== (publication.channel === 'copy')
  ) {
    say(
      'wrong-design',
      'template',
      publication.channel === 'copy'
        ? `Print copy has one design, “${copyDesign}”.`
        : `“${copyDesign}” is the design of print copy, and this newsletter is mailed.`,
      publication.channel === 'copy'
        ? `Write “template: ${copyDesign}”.`
        : 'Name a folder of templates/, or write “channel: copy”.',
    );
  }
  const seen = new Set<string>();
  for (const [index, { id }] of publication.sections.entries()) {
    if (seen.has(id)) {
      say(
        'section-twice',
        `sections.${index}.id`,
        `There are two sections with the id “${id}”.`,
        'Give one of them another id.',
      );
    }
    seen.add(id);
  }
  const unknown = (id: string, path: string) => {
    if (!seen.has(id)) say('unknown-section', path, `There is no section called “${id}”.`, suggestion(id, [...seen]));
  };
  for (const [index, id] of publication.size.shorten.entries()) {
    const path = `size.shorten.${index}`;
    unknown(id, path);
    if (publication.size.shorten.indexOf(id) < index) {
      say('section-twice', path, `“${id}” is in this list twice.`, 'Keep the place at which it is to be shortened.');
    }
  }
  for (const [lang, { sections }] of Object.entries(publication.translations)) {
    for (const id of Object.keys(sections)) unknown(id, `translations.${lang}.sections.${id}`);
  }
  return findings;
}
