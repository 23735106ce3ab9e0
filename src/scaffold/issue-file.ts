import { frontMatterFile } from './settings.js';

/** What an editor says of one issue. */
export type NewIssue = {
  readonly subject?: string | undefined;
  readonly preheader?: string | undefined;
  /** Ids, in their order. */
  readonly items: readonly string[];
  /** Markdown. */
  readonly intro: string;
};

/** issues/<publication>/<date>/issue.md */
export function issueFile({ subject, preheader, items, intro }: NewIssue): string {
  const settings = [
    {
      name: 'subject',
      value: subject,
      ...(subject === undefined && { comment: 'subject: The line that decides whether it is opened' }),
    },
    {
      name: 'preheader',
      value: preheader,
      ...(preheader === undefined && { comment: 'preheader: What stands beside it in the inbox' }),
    },
    {
      name: 'items',
      comment: 'What is in it, in this order; later issues know by this list what has run.',
      value: items,
    },
  ];
  return frontMatterFile('../../../.mailout/schemas/issue.json', settings, intro);
}
