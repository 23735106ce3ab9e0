import type { Theme } from '../../model/design.js';
import type { Finding } from '../../model/finding.js';
import { type CopyInput, copyDocument } from './copy-document.js';
import { copyDocx } from './copy-docx.js';
import { copyMarkdown } from './copy-markdown.js';

/** An issue as a magazine desk gets it: a Word file, the same as Markdown, and what print could not show. */
export async function printCopy(
  input: CopyInput & { readonly theme: Theme },
): Promise<{ readonly docx: Uint8Array; readonly markdown: string; readonly findings: readonly Finding[] }> {
  const document = copyDocument(input);
  return { docx: await copyDocx(document, input.theme), markdown: copyMarkdown(document), findings: document.findings };
}
