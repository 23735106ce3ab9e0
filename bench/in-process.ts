import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/*
 * What needs the sources: the MJML of an issue, to give to the mjml command, and work inside one process.
 * The benchmark bundles this file as mailout itself is bundled.
 */

const [, , task, root = '.'] = process.argv;
const date = '2021-03-22';

if (task === 'mjml') process.stdout.write(await mjmlOfIssue());
if (task === 'bench') {
  await benchRebuild();
  await benchVariants();
}

async function benchRebuild(): Promise<void> {
  const [{ build }, { createWorkshop }, { readTree }] = await Promise.all([
    import('../src/flows/build.js'),
    import('../src/flows/workshop.js'),
    import('../src/workspace/read.js'),
  ]);
  const workshop = createWorkshop(root, { isKept: true });
  const request = { publications: ['monday-morning-mail-out'], date, out: 'out', explain: false, keep: false };
  const world = { root, now: `${date}T00:00:00Z`, progress: () => {} };
  const item = join(root, 'issues/items/human-rights/yemen-aid.md');
  const text = readFileSync(item, 'utf8');
  const times: number[] = [];
  for (let round = 0; round < 40; round += 1) {
    writeFileSync(item, `${text}\nLine ${round} of the newest version.\n`);
    const started = performance.now();
    await build(request, world, readTree(root), undefined, workshop);
    times.push(performance.now() - started);
  }
  writeFileSync(item, text);
  print('rebuild after one item changed, files read and written', median(times.slice(10)), 'goal 40 ms');
}

/** Twelve groups of readers, of whom each gets a few items in words of its own. */
async function benchVariants(): Promise<void> {
  const { createMjmlCompiler } = await import('../src/render/mjml/compiler.js');
  const { source } = await designedIssue();
  const sections = source.body.split(/(?=<mj-section)/);
  const variants = Array.from({ length: 12 }, (_, variant) => ({
    ...source,
    body: sections
      .map((section, at) => (at % 7 === 3 ? section.replace('</h3>', ` (${variant})</h3>`) : section))
      .join(''),
  }));
  const timeOf = async (reuse: boolean) => {
    const compiler = createMjmlCompiler();
    const started = performance.now();
    for (const variant of variants) await compiler.compile(variant, { reuse });
    return performance.now() - started;
  };
  const full: number[] = [];
  const reused: number[] = [];
  for (let round = 0; round < 6; round += 1) {
    full.push(await timeOf(false));
    reused.push(await timeOf(true));
  }
  const [whole, shared] = [median(full.slice(1)), median(reused.slice(1))];
  print('12 variants, each rendered in full', whole);
  print('12 variants, sections shared', shared, `${(shared / whole).toFixed(2)} of full     goal 0.5`);
}

async function mjmlOfIssue(): Promise<string> {
  const { mjmlDocument } = await import('../src/render/mjml/compiler.js');
  const { source } = await designedIssue();
  return mjmlDocument(source);
}

/** The Mail-Out of the sample as its design fills it in, without pictures. */
async function designedIssue() {
  const [{ load, designOf }, { createWorkshop }, { draftsOf }, { readTree }, { assemble }, { nextIssue }, { english }] =
    await Promise.all([
      import('../src/flows/load.js'),
      import('../src/flows/workshop.js'),
      import('../src/flows/wordings.js'),
      import('../src/workspace/read.js'),
      import('../src/assemble/assemble.js'),
      import('../src/calendar/next-issue.js'),
      import('../src/language/english.js'),
    ]);
  const [{ issueView }, { lookIn }, { compileDesign }, { issueShape }] = await Promise.all([
    import('../src/render/issue-view.js'),
    import('../src/render/look.js'),
    import('../src/render/template/compile.js'),
    import('../src/render/template/issue-shape.js'),
  ]);
  const workshop = createWorkshop(root, { isKept: true });
  const { content, designs } = load(readTree(root), workshop, () => {});
  const publication = content?.publications.find(({ id }) => id === 'monday-morning-mail-out');
  const audience = content?.audiences.find(({ id }) => id === publication?.audience);
  const design = publication && audience && designs.get(designOf(publication, [audience]) ?? '');
  const slot = content && publication && nextIssue(publication.cadence, content.organisation, date);
  if (!content || !publication || !audience || !design || !slot) throw new Error('The sample has no Mail-Out.');

  const language = english;
  const assembled = assemble({ ...content, publication, audience, slot, language, dates: language.dates });
  const { own } = await draftsOf(assembled, language, audience, content, workshop);
  const { organisation } = content;
  const { theme } = design;
  const { calendars, ...wording } = own;
  const attachments = { pictures: new Map(), calendars };
  const view = issueView({ ...wording, organisation, theme, attachments, visible: () => true });
  const { colours, dark, corners } = theme;
  const look = { ...lookIn(theme, view.lang), colours, dark, corners };
  const rendered = compileDesign(design, issueShape).render?.({ ...view, theme: look }).rendered;
  if (!rendered) throw new Error('The design of the Mail-Out cannot be filled in.');
  const { lang, dir, subject } = view;
  return { source: { lang, dir, title: subject, head: rendered.head, body: rendered.body, background: colours.page } };
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

function print(name: string, milliseconds: number, remark = ''): void {
  process.stdout.write(`  ${name.padEnd(56)} ${milliseconds.toFixed(1).padStart(6)} ms  ${remark}\n`);
}
