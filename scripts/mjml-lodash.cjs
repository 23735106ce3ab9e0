/**
 * The functions of lodash that MJML calls, as far as its calls go: collections are arrays, plain objects or nothing,
 * conditions are functions or objects to match, paths are names with dots. lodash itself takes longer to load than MJML
 * takes to compile. test/render/mjml/lodash.test.ts holds them against lodash.
 */
const entriesOf = (collection) =>
  Array.isArray(collection) ? collection.map((value, index) => [index, value]) : Object.entries(collection ?? {});

const test = (condition) =>
  typeof condition === 'function'
    ? condition
    : (value) => Object.entries(condition).every(([name, wanted]) => value?.[name] === wanted);

function forEach(collection, see) {
  for (const [key, value] of entriesOf(collection)) if (see(value, key, collection) === false) break;
  return collection;
}

function get(object, path, otherwise) {
  const name = String(path);
  const names = object != null && name in Object(object) ? [name] : name.split('.');
  const value = names.reduce((at, each) => at?.[each], object);
  return value === undefined ? otherwise : value;
}

function omit(object, names) {
  return Object.fromEntries(Object.entries(object ?? {}).filter(([name]) => !names.includes(name)));
}

module.exports = {
  each: forEach,
  escapeRegExp: (text) => text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&'),
  filter: (collection, condition) =>
    entriesOf(collection).flatMap(([, value]) => (test(condition)(value) ? [value] : [])),
  find: (collection, condition) => entriesOf(collection).find(([, value]) => test(condition)(value))?.[1],
  findLastIndex: (values, condition) => values.findLastIndex(condition),
  forEach,
  get,
  identity: (value) => value,
  isEmpty: (value) => entriesOf(value).length === 0,
  isFunction: (value) => typeof value === 'function',
  isNil: (value) => value == null,
  isObject: (value) => value !== null && (typeof value === 'object' || typeof value === 'function'),
  kebabCase: (name) => name.replace(/([a-z0-9])([A-Z])/g, '$1-$2').toLowerCase(),
  map: (collection, change) => entriesOf(collection).map(([key, value]) => change(value, key, collection)),
  mapValues: (object, change) =>
    Object.fromEntries(Object.entries(object ?? {}).map(([name, value]) => [name, change(value, name, object)])),
  min: (values) => {
    const numbers = values.filter((value) => value != null && !Number.isNaN(value));
    return numbers.length === 0 ? undefined : Math.min(...numbers);
  },
  negate: (condition) => (value) => !condition(value),
  omit,
  omitBy: (object, condition) =>
    Object.fromEntries(Object.entries(object ?? {}).filter(([, value]) => !condition(value))),
  reduce: (collection, step, start) =>
    entriesOf(collection).reduce((result, [key, value]) => step(result, value, key, collection), start),
  some: (collection, condition) => entriesOf(collection).some(([, value]) => test(condition)(value)),
};
