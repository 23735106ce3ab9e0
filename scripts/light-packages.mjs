import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * An esbuild plug-in that leaves out of a bundle what mailout never reaches in its packages. What is left out throws if
 * it is called after all.
 *
 * Of MJML that is minifying, beautifying, inlining, reading a configuration, parsing to a document, most of lodash, and
 * the components that designs may not use; what is left loads in a third of the time. The configuration is left out for
 * more than speed: mjml-core loads the packages that a `.mjmlconfig` in the working folder names as soon as it is
 * imported, and the working folder of an editor is not ours.
 *
 * SendGrid's SDK loses the client by which it would make requests: it follows redirects, waits for ever, and has the key
 * in its errors. Ours makes them.
 *
 * gray-matter loses its engines, one of which evaluates JavaScript: it cuts, and another parser reads. Handlebars does
 * without source maps where it finds none.
 */
export const lightPackages = {
  name: 'light-packages',
  setup(build) {
    build.onResolve({ filter: /./ }, ({ path: wanted, importer }) => {
      const found = replacements.find(({ of, from }) => of.test(wanted) && from.test(importer));
      return found && { path: wanted, namespace: 'light', pluginData: { found, importer } };
    });
    build.onLoad({ filter: /./, namespace: 'light' }, ({ path: wanted, pluginData: { found, importer } }) => ({
      contents: found.with(wanted, importer),
      resolveDir: path.dirname(importer),
    }));
  },
};

/** The components that designs may use, as src/render/mjml/tags.ts has them, and mj-title for the wrapper. */
const components = [
  ...['mjml-body', 'mjml-head', 'mjml-head-attributes', 'mjml-head-breakpoint', 'mjml-head-style', 'mjml-head-title'],
  ...['mjml-section', 'mjml-wrapper', 'mjml-column', 'mjml-group', 'mjml-raw'],
  ...['mjml-text', 'mjml-button', 'mjml-table', 'mjml-image', 'mjml-divider', 'mjml-spacer'],
];

const ourLodash = JSON.stringify(fileURLToPath(new URL('mjml-lodash.cjs', import.meta.url)));

const mjml = /node_modules[\\/]mjml(-[a-z-]+)?[\\/]lib[\\/]/;
const core = /node_modules[\\/]mjml-core[\\/]lib[\\/]/;

const replacements = [
  {
    of: /^(juice|htmlnano|cssnano-preset-lite|cheerio|\.\/helpers\/formatHtml|\.\/node-only\/skeleton-loader)$/,
    from: core,
    with: leftOut,
  },
  { of: /[./]mjmlconfig$/, from: core, with: unread },
  { of: /^mjml-preset-core$/, from: mjml, with: preset },
  { of: /^lodash$/, from: mjml, with: lodash },
  { of: /^lodash\/forEach$/, from: mjml, with: () => `module.exports = require(${ourLodash}).forEach` },
  { of: /^lodash\/fp$/, from: mjml, with: lodashFp },
  { of: /^htmlparser2$/, from: mjml, with: parserOnly },
  { of: /^entities\/lib\/decode\.js$/, from: /mjml-parser-xml[\\/]node_modules[\\/]htmlparser2/, with: noEntities },
  { of: /^\.\/(lib\/)?engines$/, from: /node_modules[\\/]gray-matter[\\/]/, with: () => 'module.exports = {}' },
  { of: /^axios$/, from: /node_modules[\\/]@sendgrid[\\/]client[\\/]/, with: leftOut },
  { of: /^source-map$/, from: /node_modules[\\/]handlebars[\\/]/, with: () => 'module.exports = {}' },
];

function leftOut(wanted) {
  return `const leftOut = () => { throw new Error(${JSON.stringify(`${wanted} is left out of the bundle`)}) }
module.exports = Object.assign(leftOut, { __esModule: true, default: leftOut, load: leftOut, process: leftOut, formatHtml: leftOut })`;
}

/** mjml-core reads the configuration on import: then nothing is done. Asked for it in its options, it throws. */
function unread(wanted) {
  return `${leftOut(wanted)}
Object.assign(leftOut, { default() {}, readMjmlConfig: leftOut, handleMjmlConfigComponents: leftOut })`;
}

function preset() {
  return `exports.__esModule = true
exports.default = {
  components: [${components.map((name) => `require('${name}')`)}].map((component) => component.default ?? component),
  dependencies: require('mjml-preset-core/lib/dependencies.js'),
}`;
}

/** The functions that MJML calls, in a module of ours; one that is not there would be undefined, so it is looked for. */
function lodash(_, importer) {
  const ours = createRequire(import.meta.url)('./mjml-lodash.cjs');
  for (const name of [...components, 'mjml-core', 'mjml-parser-xml', 'mjml-validator']) {
    const lib = path.dirname(createRequire(importer).resolve(name));
    for (const file of readdirSync(lib, { recursive: true })) {
      if (!file.endsWith('.js')) continue;
      for (const [, used] of readFileSync(path.join(lib, file), 'utf8').matchAll(/\b_lodash\.(\w+)/g)) {
        if (used !== 'default' && !(used in ours))
          throw new Error(`${name} calls ${used} of lodash: write it in mjml-lodash.cjs.`);
      }
    }
  }
  return `module.exports = require(${ourLodash})`;
}

/** The five functions of lodash/fp that MJML's parser and sections use; building the whole takes as long as compiling. */
function lodashFp() {
  return `exports.flow = (...steps) => (value) => steps.flat().reduce((given, step) => step(given), value)
exports.filter = (test) => (values) => Object.values(values).filter((value) => test(value))
exports.map = (change) => (values) => Object.values(values).map((value) => change(value))
exports.join = (glue) => (values) => values.join(glue)
exports.identity = (value) => value`;
}

/** Its parser alone: the rest builds documents and brings three packages for that. */
function parserOnly(wanted, importer) {
  const parser = path.join(path.dirname(createRequire(importer).resolve(wanted)), 'Parser.js');
  return `module.exports = require(${JSON.stringify(parser)})`;
}

/** MJML parses without decoding character references: the tables of their names are dead weight. */
function noEntities(wanted) {
  return `${leftOut(wanted)}
Object.assign(leftOut, {
  EntityDecoder: class { startEntity() { leftOut() } write() { leftOut() } end() { return 0 } },
  fromCodePoint: leftOut, htmlDecodeTree: [], xmlDecodeTree: [], DecodingMode: {},
})`;
}
