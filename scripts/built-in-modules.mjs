import { builtinModules } from 'node:module';

/**
 * An esbuild plug-in by which the bundle takes Node's own modules with `process.getBuiltinModule`. An import statement
 * reads every property of such a module at once, and of some that loads half of Node: of fs the streams, for example.
 */
export const builtInModules = {
  name: 'built-in-modules',
  setup(build) {
    const names = new Set(builtinModules.flatMap((name) => [name, `node:${name}`]));
    build.onResolve({ filter: /^(node:)?[a-z_/0-9]+$/ }, ({ path }) =>
      names.has(path) ? { path: path.replace(/^node:/, ''), namespace: 'built-in', sideEffects: false } : undefined,
    );
    build.onLoad({ filter: /./, namespace: 'built-in' }, ({ path }) => ({
      contents: `module.exports = process.getBuiltinModule(${JSON.stringify(path)})`,
    }));
  },
};
