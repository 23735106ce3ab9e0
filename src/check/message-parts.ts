/** A part of a message that is not made of parts itself. */
export type MessagePart = {
  /** "text/html", in lower case. */
  readonly type: string;
  readonly disposition: string;
  readonly fileName?: string;
};

/** Deeper than any message that means well. */
const deepest = 8;

/** The parts of a message (RFC 2046), in order. */
export function partsOf(raw: string, depth = 0): MessagePart[] {
  const { head, body } = splitAtEmptyLine(raw);
  const field = (name: string) => new RegExp(`^${name}:[ \\t]*([^\\r\\n]*)`, 'im').exec(head)?.[1] ?? '';
  const type = field('content-type');
  const boundary = parameter(type, 'boundary');
  if (/^multipart\//i.test(type) && boundary !== undefined && depth < deepest) {
    return body
      .split(`--${boundary}`)
      .slice(1)
      .filter((part) => !part.startsWith('--'))
      .flatMap((part) => partsOf(part.replace(/^\r?\n/, ''), depth + 1));
  }
  const disposition = field('content-disposition');
  const fileName = parameter(disposition, 'filename') ?? parameter(type, 'name');
  return [
    {
      type: mainValue(type) || 'text/plain',
      disposition: mainValue(disposition),
      ...(fileName !== undefined && { fileName }),
    },
  ];
}

function splitAtEmptyLine(raw: string): { readonly head: string; readonly body: string } {
  const empty = /\r?\n\r?\n/.exec(raw);
  const head = empty ? raw.slice(0, empty.index) : raw;
  const body = empty ? raw.slice(empty.index + empty[0].length) : '';
  return { head: head.replace(/\r?\n[ \t]+/g, ' '), body };
}

function mainValue(field: string): string {
  return (field.split(';')[0] ?? '').trim().toLowerCase();
}

function parameter(field: string, name: string): string | undefined {
  const [, quoted, bare] = new RegExp(`;[ \\t]*${name}=(?:"([^"]*)"|([^;\\s]+))`, 'i').exec(field) ?? [];
  return quoted ?? bare;
}
