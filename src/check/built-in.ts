import { ofAllowances } from './built-in/allowances.js';
import type { BuiltIn } from './built-in/entry.js';
import { ofFiles } from './built-in/files.js';
import { ofIssues } from './built-in/issues.js';
import { ofTemplates } from './built-in/templates.js';

/** What building and checking find by themselves, in order of id. Their levels cannot change. */
export const builtIns: readonly BuiltIn[] = [...ofFiles, ...ofIssues, ...ofTemplates, ...ofAllowances].sort((a, b) =>
  a.id < b.id ? -1 : 1,
);
