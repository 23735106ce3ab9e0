import { exitCode, Fault } from '../model/fault.js';

/** What a disk's refusal means to the person who waits for the output. */
export function diskFault(error: unknown, folder: string): Fault {
  const code = codeOf(error);
  const reasons: Record<string, { words: string; fix: string }> = {
    EACCES: {
      words: `${folder} cannot be written: you may not write there.`,
      fix: 'Change its permissions, or build elsewhere with --out.',
    },
    EPERM: {
      words: `${folder} cannot be written: you may not write there.`,
      fix: 'Change its permissions, or build elsewhere with --out.',
    },
    EROFS: { words: `${folder} cannot be written: the disk is read-only.`, fix: 'Build elsewhere with --out.' },
    ENOSPC: {
      words: `${folder} cannot be written: the disk is full.`,
      fix: 'Free some space, or build elsewhere with --out.',
    },
    EDQUOT: {
      words: `${folder} cannot be written: your share of the disk is used up.`,
      fix: 'Free some space, or build elsewhere with --out.',
    },
    ENOTDIR: {
      words: `${folder} cannot be written: a file is in the way of the folder.`,
      fix: 'Move that file away, or build elsewhere with --out.',
    },
    EEXIST: {
      words: `${folder} cannot be written: a file is in the way of the folder.`,
      fix: 'Move that file away, or build elsewhere with --out.',
    },
  };
  const { words, fix } = reasons[code] ?? {
    words: `${folder} cannot be written (${code || 'the reason is unknown'}).`,
    fix: 'Check the disk, or build elsewhere with --out.',
  };
  return new Fault(
    {
      code: 'workspace/cannot-write',
      exit: exitCode.findings,
      words,
      fix,
      state: 'What was built there before is unchanged.',
    },
    { cause: error },
  );
}

/** The system's code of an error (ENOSPC …), or nothing. */
export function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}
