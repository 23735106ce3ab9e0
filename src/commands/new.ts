import type { CommandGroup } from './command.js';
import { newAudience } from './new/audience.js';
import { newIssue } from './new/issue.js';
import { newItem } from './new/item.js';
import { newPublication } from './new/publication.js';

export const newGroup: CommandGroup = {
  summary: 'Write a new item, issue, newsletter or audience, question by question.',
  commands: { item: newItem, issue: newIssue, publication: newPublication, audience: newAudience },
};
