import { addNew, type Finding } from '../model/finding.js';
import type { Place } from '../model/place.js';
import type { PreparedPicture } from '../render/attachments.js';
import { pictureName } from '../render/pictures/picture-name.js';
import { type PictureFile, preparePicture } from '../render/pictures/prepare.js';
import type { PictureWarning } from '../render/pictures/problem.js';
import { type KeptPicture, openPictureCache, type PictureCache, readPicture } from '../workspace/pictures.js';
import type { OutputFile } from '../workspace/write-folder.js';

export type WantedPicture = {
  /** Its path in the workspace, as written. */
  readonly src: string;
  /** Where that is written. */
  readonly place: Place;
  /** The widest that it is shown, in whole CSS pixels. */
  readonly width: number;
};

export type PreparedPictures = {
  /** By `src`; those with an error are not in it. */
  readonly pictures: ReadonlyMap<string, PreparedPicture>;
  readonly files: readonly OutputFile[];
  readonly findings: readonly Finding[];
};

/**
 * Reads and prepares the pictures of an issue, each once at the largest width that is wanted of it. What was prepared
 * before is taken from the cache, if there is a build id.
 *
 * @throws Fault (exit 2) if sharp cannot run on this machine.
 */
export async function preparePictures(
  wanted: readonly WantedPicture[],
  root: string,
  buildId: string | undefined,
): Promise<PreparedPictures> {
  const cache: Cache = openPictureCache(root, buildId);
  const widths = new Map<string, number>();
  for (const { src, width } of wanted) widths.set(src, Math.max(width, widths.get(src) ?? 0));

  // Two at a time: a big one fills 160 MB meanwhile, and sharp has threads of its own.
  const outcomes = new Map<string, Outcome>();
  const waiting = widths.entries();
  const work = async () => {
    for (const [src, width] of waiting) outcomes.set(src, await prepareOne(src, width, root, cache));
  };
  await Promise.all([work(), work()]);

  const made = [...widths.keys()].flatMap((src) => outcomes.get(src)?.made ?? []);
  const findings: Finding[] = [];
  for (const { src, place } of wanted) {
    const complaints = outcomes.get(src)?.complaints ?? [];
    addNew(
      findings,
      complaints.map((complaint) => findingOf(complaint, src, place)),
    );
  }
  return {
    pictures: new Map(made.map(({ src, picture }) => [src, picture])),
    // Two copies of a picture in two folders are one file.
    files: [...new Map(made.map(({ file }) => [file.name, file])).values()],
    findings,
  };
}

type Made = { readonly src: string; readonly picture: PreparedPicture; readonly file: OutputFile };

type Complaint = {
  readonly severity: Finding['severity'];
  readonly kind: string;
  readonly words: string;
  readonly fix: string;
};

type Outcome = { readonly made?: Made; readonly complaints: readonly Complaint[] };

/** What is kept of a prepared picture beside its bytes. */
type Details = Omit<PictureFile, 'bytes'> & { readonly warnings: readonly PictureWarning[] };
type Cache = PictureCache<Details>;

async function prepareOne(src: string, width: number, root: string, cache: Cache): Promise<Outcome> {
  if (isElsewhere(src)) return failed(elsewhere);
  const read = readPicture(root, src);
  if (!('bytes' in read)) return failed(read);
  const saved = read.bytes;
  const known = cache.get(saved, width);
  if (known) return done(src, saved, width, known);
  const prepared = await preparePicture(saved, { width });
  if ('problem' in prepared) return failed(prepared.problem);
  const { bytes: content, ...shown } = prepared.picture;
  const kept = { content, details: { ...shown, warnings: prepared.warnings } };
  cache.put(saved, width, kept);
  return done(src, saved, width, kept);
}

function done(src: string, saved: Uint8Array, wanted: number, { content, details }: KeptPicture<Details>): Outcome {
  const { type, width, height, warnings } = details;
  const name = pictureName(src, saved, wanted, type);
  return {
    made: { src, picture: { file: name, width, height }, file: { name, content } },
    complaints: warnings.map((warning) => ({ severity: 'warning', ...warning })),
  };
}

function failed(problem: Omit<Complaint, 'severity'>): Outcome {
  return { complaints: [{ severity: 'error', ...problem }] };
}

function isElsewhere(src: string): boolean {
  return /^(?:https?:)?\/\//i.test(src);
}

const elsewhere = {
  kind: 'elsewhere',
  words: 'lies on somebody else’s server, who can change it, take it away or see who opens the mail.',
  fix: 'Save the picture in issues/images/, if you may use it, and name it here like issues/images/rally.jpg.',
};

function findingOf({ severity, kind, words, fix }: Complaint, src: string, place: Place): Finding {
  // A picture may be written out as an address of a hundred thousand letters (data:image/png;base64,…).
  const name = src.length > 100 ? `${src.slice(0, 60)}…` : src;
  return { rule: `picture/${kind}`, severity, place, words: `“${name}” ${words}`, fix };
}
