#!/usr/bin/env node
if (!process.getBuiltinModule) {
  process.stderr.write(`mailout needs Node.js 20.19 or later, and this is ${process.version}.\n`);
  process.exit(2);
}

const fs = process.getBuiltinModule('fs');
const dist = new URL('../dist/', import.meta.url);

if (fs.existsSync(new URL('main.js', dist))) {
  const args = process.argv.slice(2);
  const answer = args.length < 2 && answers()[args[0] ?? ''];
  if (answer) {
    process.stdout.write(answer);
  } else {
    process.getBuiltinModule('module').enableCompileCache?.();
    await import(new URL('main.js', dist).href);
  }
} else {
  process.stderr.write('mailout is not built yet. Run “npm run bundle” in its folder once.\n');
  process.exitCode = 2;
}

/** Help and version as the bundler found them, so that asking for them loads nothing. */
function answers() {
  return JSON.parse(fs.readFileSync(new URL('answers.json', dist), 'utf8'));
}
