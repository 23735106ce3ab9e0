import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createMjmlCompiler } from '../../../src/render/mjml/compiler.js';
import { foldHtml } from '../../../src/render/mjml/fold.js';
import { bodyTags, headTags } from '../../../src/render/mjml/tags.js';
import { shapes, source } from './sources.js';

const root = path.resolve(import.meta.dirname, '../../..');
const room = path.join(root, 'src/render/mjml');
const folder = mkdtempSync(path.join(tmpdir(), 'mailout-bundle-'));
const everything = source({ body: Object.values(shapes).join('\n') });

afterAll(() => rmSync(folder, { recursive: true, force: true }));

function bundle(name: string, entry: string) {
  const file = path.join(folder, `${name}.ts`);
  writeFileSync(file, entry);
  const out = path.join(folder, name);
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['scripts/bundle.mjs', '--sizes', '--entry', file, '--out', out],
    { cwd: root, encoding: 'utf8' },
  );
  return { status, stdout, stderr, out };
}

function run(out: string, cwd: string, input: unknown = everything) {
  return spawnSync(process.execPath, [path.join(out, 'main.js')], {
    cwd,
    input: JSON.stringify(input),
    encoding: 'utf8',
  });
}

const compile = `
  import { readFileSync } from 'node:fs';
  const { createMjmlCompiler } = await import(${JSON.stringify(path.join(room, 'compiler.ts'))});
  const { foldHtml } = await import(${JSON.stringify(path.join(room, 'fold.ts'))});
  const source = JSON.parse(readFileSync(0, 'utf8'));
  const compiler = createMjmlCompiler();
  const { html, complaints } = await compiler.compile(source, { reuse: false });
  const again = await compiler.compile(source, { reuse: true });
  process.stdout.write(JSON.stringify({ html: foldHtml(html), complaints, isSame: again.html === html }));
`;

describe('the bundle', () => {
  let out = '';
  let sizes = '';

  beforeAll(() => {
    const built = bundle('compile', compile);
    expect(built.stderr).toBe('');
    ({ out, stdout: sizes } = built);
  });

  it('compiles as the sources do', async () => {
    const { html, complaints } = await createMjmlCompiler().compile(everything, { reuse: false });
    const { stdout, stderr } = run(out, folder);
    expect(stderr).toBe('');
    expect(JSON.parse(stdout)).toEqual({ html: foldHtml(html), complaints, isSame: true });
  });

  it('complains as the sources do', async () => {
    const faults = source({
      head: '<mj-attributes><mj-all fount="a" /></mj-attributes>',
      body: `<mj-section colour="red" padding="wide" direction="up" background-color="blu"><mj-text>a</mj-text>
        <mj-column border="true"></mj-column></mj-section>`,
    });
    const { complaints } = await createMjmlCompiler().compile(faults, { reuse: false });
    expect(complaints.length).toBeGreaterThan(4);
    expect(JSON.parse(run(out, folder, faults).stdout).complaints).toEqual(complaints);
  });

  it('has every component that designs may use', () => {
    const code = chunks(out);
    const own = [...bodyTags, ...headTags];
    for (const tag of own)
      expect(code).toContain(
        `node_modules/${tag.replace(/^mj-(attributes|style|breakpoint)$/, 'mj-head-$1').replace('mj-', 'mjml-')}/lib`,
      );
  });

  it('leaves out what is never reached', () => {
    const code = chunks(out);
    for (const name of [
      'juice',
      'cheerio',
      'htmlnano',
      'js-beautify',
      'cssnano-preset-lite',
      'mjml-carousel',
      'undici',
    ]) {
      expect(code).not.toContain(`node_modules/${name}/`);
    }
    expect(Buffer.byteLength(code)).toBeLessThan(320 * 1024);
  });

  it('reads no .mjmlconfig, whatever lies in the working folder', () => {
    const trap = path.join(folder, 'trap');
    mkdirSync(path.join(trap, 'node_modules/sprung'), { recursive: true });
    writeFileSync(path.join(trap, '.mjmlconfig'), JSON.stringify({ packages: ['./sprung.js', 'sprung'] }));
    const spring = "require('node:fs').writeFileSync(require('node:path').join(process.cwd(), 'sprung'), '')";
    writeFileSync(path.join(trap, 'sprung.js'), spring);
    writeFileSync(path.join(trap, 'node_modules/sprung/index.js'), spring);

    const { status, stderr } = run(out, trap);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(existsSync(path.join(trap, 'sprung'))).toBe(false);

    // The trap is a real one: mjml-core itself walks into it.
    const mjmlCore = path.join(root, 'node_modules/mjml-core');
    spawnSync(process.execPath, ['-e', `require(${JSON.stringify(mjmlCore)})`], { cwd: trap });
    expect(existsSync(path.join(trap, 'sprung'))).toBe(true);
  });

  it('passes the licences of its packages on', () => {
    const licences = readFileSync(path.join(out, 'licences.txt'), 'utf8');
    expect(licences).toMatch(/^mjml-core 5\.\d+\.\d+$/m);
    expect(licences).toMatch(/^handlebars 4\.\d+\.\d+$|^htmlparser2 \d+\.\d+\.\d+$/m);
  });

  it('says how large its parts are', () => {
    expect(sizes).toMatch(/^ +\d+\.\d KB {2}main\.js/m);
    expect(sizes).toMatch(/chunks\/compiler-\w+\.js {2}mjml-core \d/);
  });

  it('is the same again, and replaces the last one', () => {
    const before = chunks(out);
    writeFileSync(path.join(out, 'chunks/old.js'), '');
    bundle('compile', compile);
    expect(chunks(out)).toBe(before);
  });
});

it('cannot evaluate front matter', () => {
  const frontMatter = JSON.stringify(path.join(root, 'node_modules/gray-matter'));
  const { out } = bundle(
    'front-matter',
    `const { default: matter } = await import(${frontMatter});
     const options = { engines: { yaml: { parse: () => ({ cut: true }) } } };
     process.stdout.write(JSON.stringify(matter('---\\na: b\\n---\\nc', options).data));
     try { matter('---js\\nprocess.exit(9)\\n---\\n', options) } catch (error) { process.stdout.write(error.message) }`,
  );
  expect(run(out, folder).stdout).toBe('{"cut":true}gray-matter engine "js" is not registered');
  expect(chunks(out)).not.toContain('js-yaml');
});

it('is refused if what --help loads includes a package that can wait', () => {
  const packageAt = (name: string) => JSON.stringify(path.join(root, 'node_modules', name));
  const entry = `import { parse } from ${packageAt('yaml')};
    import matter from ${packageAt('gray-matter')};
    console.log(parse(''), matter(''));`;
  const { status, stderr, out } = bundle('early', entry);
  expect(status).toBe(1);
  expect(stderr).toMatch(/main\.js loads gray-matter, yaml at once/);
  expect(existsSync(out)).toBe(false);
});

it('has a build id that changes with the code', () => {
  const entry = (words: string) => `import { buildId } from ${JSON.stringify(path.join(root, 'src/build-id.ts'))};
    process.stdout.write(JSON.stringify([buildId, ${JSON.stringify(words)}]));`;
  const ids = ['one', 'one', 'two'].map((words) => {
    const { out } = bundle('build-id', entry(words));
    const [id] = JSON.parse(run(out, folder).stdout);
    return id;
  });
  expect(ids[0]).toMatch(/^[0-9a-f]{32}$/);
  expect(ids[1]).toBe(ids[0]);
  expect(ids[2]).not.toBe(ids[0]);
});

function chunks(out: string): string {
  const names = readdirSync(path.join(out, 'chunks')).sort();
  return names.map((name) => readFileSync(path.join(out, 'chunks', name), 'utf8')).join('\n');
}
