import { declaredFields, type FieldValues, filledHtml, filledText } from '../../src/render/merge-tags.js';
import { copyOfEveryKind, copyOfSample, type Project } from '../harness/project.js';

/** A built edition and where it came from. */
export type BuiltEdition = {
  /** "<publication>-<edition>". */
  readonly name: string;
  readonly publication: string;
  readonly id: string;
  /** Its HTML file in a folder that stays until the test file is done, with all that stands beside it. */
  readonly path: string;
  readonly html: string;
  readonly text: string;
};

/** Every mailed edition of the sample of March 2021: each design once at least. */
export function sampleEditions(): Promise<readonly BuiltEdition[]> {
  return editionsOf(copyOfSample(), 'build --date 2021-03-22');
}

/** Every design in every language, with items of every kind and state. */
export function everyKindEditions(): Promise<readonly BuiltEdition[]> {
  return editionsOf(copyOfEveryKind(), 'build --date 2027-03-22');
}

/** Builds the mailed editions of a workspace. Throws if it could not be built. */
export async function editionsOf(project: Project, args: string): Promise<readonly BuiltEdition[]> {
  const { code, err } = await project.mailout(args);
  if (code !== 0) throw new Error(err);
  return project
    .list('out')
    .filter((path) => path.endsWith('.html'))
    .map((path) => {
      const [publication = '', , file = ''] = path.split('/');
      const id = file.replace(/\.html$/, '');
      const html = project.read(`out/${path}`);
      const text = project.read(`out/${path.replace(/html$/, 'txt')}`);
      return { name: `${publication}-${id}`, publication, id, path: `${project.root}/out/${path}`, html, text };
    });
}

const declared = declaredFields({ fields: [{ name: 'first_name' }, { name: 'district' }] });

/** An edition as one reader gets it. */
export function filledFor(
  values: FieldValues,
  { html, text }: BuiltEdition,
): { readonly html: string; readonly text: string } {
  const all = {
    unsubscribe_url: 'https://www.example.org/unsubscribe?of=1a2b',
    web_url: 'https://www.example.org/web/1?a=b&c=d',
    ...values,
  };
  return { html: filledHtml(html, all, declared), text: filledText(text, all, declared) };
}
