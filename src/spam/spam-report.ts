/** What SpamAssassin said of a message: the more points, the more it looks like junk. */
export type SpamReport = {
  readonly score: number;
  /** In the order in which it names them. Scores are rounded to a tenth. */
  readonly tests: readonly { readonly name: string; readonly score: number }[];
};

/** Reads a message as SpamAssassin gives it back; undefined if it did not judge it. */
export function spamReportIn(answer: string): SpamReport | undefined {
  const text = answer.replaceAll('\r\n', '\n');
  const end = text.indexOf('\n\n');
  const head = (end === -1 ? text : text.slice(0, end)).replace(/\n[ \t]+/g, ' ');
  const status = /^X-Spam-Status: (?:Yes|No), score=(-?\d+(?:\.\d+)?)/m.exec(head);
  return status ? { score: Number(status[1]), tests: testsIn(text) } : undefined;
}

/** The table at the end of the answer; what looks like one before that is the message's own. */
function testsIn(text: string): SpamReport['tests'] {
  const ruled = text.lastIndexOf('\n---- -----');
  if (ruled === -1) return [];
  const [, ...lines] = text.slice(ruled + 1).split('\n');
  const after = lines.findIndex((line) => line.trim() === '');
  return lines.slice(0, after === -1 ? undefined : after).flatMap((line) => {
    // Long descriptions go on in the next line.
    const [, score, name] = /^ *(-?\d+(?:\.\d+)?) +([A-Z][A-Z0-9_]*)(?: |$)/.exec(line) ?? [];
    return name === undefined ? [] : [{ name, score: Number(score) }];
  });
}
