/**
 * The import law of the house: main → commands → flows → rooms → model. docs/architecture.md says why.
 */
const rooms =
  'content|language|calendar|assemble|render|check|importing|audience|database|sendgrid|links|spam|workspace|terminal|preview|desktop|scaffold';

/** Rooms that only compute: what they need of the world arrives as an argument. */
const pureRooms =
  '^src/(model|content|language|calendar|assemble|render|check|importing|scaffold|audience(?!/sources))/';

/** What reaches the world, or tells one run from another. */
const world =
  '^(node:)?(fs|fs/promises|net|http|https|http2|tls|dns|dgram|child_process|worker_threads|os|process|readline|timers)$';

module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      comment: 'Not even of types: that is where tangles hide.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'model-imports-nothing-of-ours',
      severity: 'error',
      from: { path: '^src/model/' },
      to: { path: '^src/', pathNot: '^src/model/' },
    },
    {
      name: 'rooms-import-only-themselves-and-the-model',
      severity: 'error',
      from: { path: `^src/(${rooms})/` },
      to: { path: '^src/', pathNot: ['^src/$1/', '^src/model/'] },
    },
    {
      name: 'pure-rooms-do-not-touch-the-world',
      severity: 'error',
      from: { path: pureRooms },
      to: { dependencyTypes: ['core'], path: world },
    },
    {
      name: 'the-page-of-the-preview-has-the-model-and-itself',
      comment: 'It runs in a browser: of the server it knows what it answers, and nothing else.',
      severity: 'error',
      from: { path: '^src/preview/ui/' },
      to: { path: '^src/', pathNot: '^src/(preview/ui|model)/' },
    },
    {
      name: 'what-is-shown-is-made-without-the-world',
      severity: 'error',
      from: { path: '^src/preview/(appearance|compare|export)/' },
      to: { dependencyTypes: ['core'], path: world },
    },
    {
      name: 'people-are-judged-without-their-sources',
      comment: 'Who gets mail does not depend on where people come from: only on rows.',
      severity: 'error',
      from: { path: '^src/audience/(?!sources/)' },
      to: { path: '^src/audience/sources/', pathNot: '^src/audience/sources/source\\.ts$' },
    },
    {
      name: 'flows-print-nothing',
      severity: 'error',
      from: { path: '^src/flows/' },
      to: { path: '^src/(terminal|commands|program|main)' },
    },
    {
      name: 'nobody-imports-the-composition-root',
      severity: 'error',
      from: { path: '^src/(?!main)' },
      to: { path: '^src/(main|program)\\.ts$', pathNot: '^src/program\\.ts$' },
    },
    {
      name: 'commands-are-imported-by-the-program-only',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/(commands/|program|main)' },
      to: { path: '^src/commands/' },
    },
    {
      name: 'no-orphans',
      comment: 'A module that nothing imports is dead code.',
      severity: 'error',
      from: { orphan: true, path: '^src/', pathNot: '\\.d\\.ts$' },
      to: {},
    },
    {
      name: 'sources-use-declared-packages-only',
      comment: 'The bundle has all of them in it, whichever list of package.json they are in, but for what is native.',
      severity: 'error',
      from: { path: '^src/' },
      to: {
        dependencyTypes: ['npm-no-pkg', 'npm-unknown', 'unknown', 'undetermined'],
        pathNot: 'node_modules/@types/',
      },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default', 'types'] },
  },
};
