/**
 * Freezes the roster of an audience once and prints how long that took, from opening the source to the commit. The issue
 * is made before, as it is when it is sent. It is a part of bench/roster.mjs.
 *
 *   node roster-freeze.js <workspace> <audience> <publication>
 */
const [{ freezeRoster }, { loadAudience }, { nextMail }, { withMadeDatabase }] = await Promise.all([
  import('../src/flows/freeze-roster.js'),
  import('../src/flows/load-audience.js'),
  import('../src/flows/next-mail.js'),
  import('../src/flows/workspace-database.js'),
]);
const [, , root = '', audience = '', publication = ''] = process.argv;
const world = {
  root,
  now: '2027-03-17T12:00:00.000Z',
  progress: () => {},
  notice: () => {},
  variable: (name: string) => process.env[name],
};
const { value: loaded } = loadAudience(world, audience);
if (!loaded) throw new Error('The audience cannot be read.');
const { value: next } = await nextMail(loaded, world, publication, undefined);
if (!next) throw new Error('The issue cannot be made.');
await withMadeDatabase(world, async (database) => {
  const started = performance.now();
  const { roster, refusals } = await freezeRoster(loaded, next, database, world);
  const milliseconds = performance.now() - started;
  if (!roster) throw new Error(JSON.stringify(refusals));
  const peak = process.resourceUsage().maxRSS / 1024;
  process.stdout.write(JSON.stringify({ milliseconds, peak, ...roster.sums, excluded: undefined }));
});

export {};
