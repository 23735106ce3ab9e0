import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { exitCode, Fault } from '../model/fault.js';

/** What packages are called, and what belongs to this one. */
const ownName = 'mailout';

/**
 * How mailout is run in a workspace after `npm ci`: it is the workspace's own package, or one of those it uses.
 *
 * @returns a program and its first arguments, from the workspace
 * @throws Fault (exit 2) if npm would not install it there.
 */
export function installedProgram(root: string): string {
  const own = readPackage(root);
  const isListed = [own.dependencies, own.devDependencies].some(
    (each) => isRecord(each) && Object.hasOwn(each, ownName),
  );
  if (own.name !== ownName && !isListed) {
    throw new Fault({
      code: 'workspace/mailout-not-installed',
      exit: exitCode.usage,
      words:
        'The package.json beside mailout.yaml does not name mailout, so a job would not know which mailout to use.',
      fix: 'Install it in this folder with npm, and commit package.json and package-lock.json.',
    });
  }
  if (!existsSync(join(root, 'package-lock.json'))) {
    throw new Fault({
      code: 'workspace/no-package-lock',
      exit: exitCode.usage,
      words: 'There is no package-lock.json beside mailout.yaml, and jobs install exactly what is in it.',
      fix: 'Run “npm install” in this folder, and commit the file that it writes.',
    });
  }
  return own.name === ownName ? 'node bin/mailout.js' : 'node_modules/.bin/mailout';
}

function readPackage(root: string): Readonly<Record<string, unknown>> {
  try {
    const read: unknown = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
    if (isRecord(read)) return read;
  } catch {
    // Told below: not being there and not being readable come to the same.
  }
  throw new Fault({
    code: 'workspace/no-package',
    exit: exitCode.usage,
    words:
      'There is no package.json beside mailout.yaml that can be read, so a job would not know which mailout to use.',
    fix: 'Install mailout in this folder with npm, and commit package.json and package-lock.json.',
  });
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
