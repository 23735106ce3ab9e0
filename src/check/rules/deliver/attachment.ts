import { partsOf } from '../../message-parts.js';
import { rule } from '../../rule.js';

export const attachment = rule({
  id: 'deliver/attachment',
  over: 'message',
  severity: 'warning',
  title: 'A newsletter has nothing attached',
  why: 'Every reader gets the file whether or not it is wanted, some mail servers refuse it, and nobody can correct it once it is out. A file on the web, with a link, can be opened by those who need it and put right for everybody.',
  origins: [{ title: 'RFC 2183, section 2.2', url: 'https://www.rfc-editor.org/rfc/rfc2183#section-2.2' }],
  bad: 'Content-Disposition: attachment; filename="agenda.pdf"',
  good: '<a href="https://www.example.org/agenda.pdf">Read the agenda (PDF, 120 KB)</a>',
  *judge({ raw }) {
    for (const { type, disposition, fileName } of partsOf(raw)) {
      if (disposition !== 'attachment' && !/^(?:application|audio|video)\//.test(type)) continue;
      yield {
        words: fileName === undefined ? `A file (${type}) is attached.` : `“${fileName}” is attached.`,
        fix: 'Put it on the web, and link to it.',
      };
    }
  },
});
