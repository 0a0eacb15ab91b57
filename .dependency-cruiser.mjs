/**
 * The import table of ARCHITECTURE.md, enforced: what each folder may import, and which packages belong where.
 */
const folder = (path) => `^${path}/`;

/** `from` may import itself and `may`, of the repository's own folders. */
const only = (from, may) => ({
  name: `borders-of-${from.replaceAll('/', '-')}`,
  severity: 'error',
  from: { path: folder(from) },
  to: {
    path: '^(src|drivers|clinic|mocks|environment|fixtures|scenarios|reports|proof|bench|package|templates)/',
    pathNot: [from, ...may].map(folder),
  },
});

/** A package that may be imported from some places only. */
const packageIn = (name, packages, places) => ({
  name: `package-${name}`,
  severity: 'error',
  from: { pathNot: places },
  to: { path: packages.map((one) => `node_modules/${one}/`) },
});

export default {
  forbidden: [
    only('src/model', []),
    only('src/canary', ['src/model']),
    only('src/plan', ['src/model']),
    only('src/history', ['src/model', 'src/plan', 'src/canary']),
    only('src/judge', ['src/model', 'src/plan', 'src/history']),
    only('src/configuration', ['src/model']),
    only('src/act', ['src/model', 'src/plan', 'src/canary', 'src/history']),
    only('src/observe', ['src/model', 'src/plan', 'src/canary', 'src/history', 'src/act']),
    only('drivers', ['src/act', 'src/observe', 'src/model', 'src/plan']),
    only('clinic', []),
    only('mocks', []),
    only('environment', []),
    only('fixtures', ['src', 'drivers', 'environment', 'mocks']),
    only('scenarios', ['fixtures', 'src/judge']),
    only('reports', ['src/model', 'src/plan', 'src/canary', 'src/history', 'src/judge']),
    only('src/cli', ['src', 'reports', 'environment']),
    {
      name: 'the-judge-is-pure',
      comment: 'Judging reads plan and history and nothing else.',
      severity: 'error',
      from: { path: '^src/(model|plan|judge)/', pathNot: '\\.test\\.ts$|/testing/' },
      to: { dependencyTypes: ['core'], pathNot: '^(node:)?crypto$' },
    },
    {
      name: 'scenarios-import-promises-only',
      severity: 'error',
      from: { path: '^scenarios/' },
      to: { path: '^src/', pathNot: '^src/judge/promises/' },
    },
    packageIn('faker', ['@faker-js/faker'], ['^src/plan/']),
    packageIn(
      'codecs',
      ['sharp', 'zxing-wasm', 'qrcode', '@napi-rs/webcodecs'],
      ['^src/canary/', '^clinic/', '^bench/'],
    ),
    packageIn('media', ['mediabunny'], ['^src/canary/', '^clinic/', '^proof/', '^bench/']),
    packageIn(
      'playwright',
      ['@playwright/test', 'playwright'],
      [
        '^src/(observe|act)/',
        '^drivers/',
        '^fixtures/',
        '^scenarios/',
        '^reports/',
        '^proof/',
        '^bench/',
        '^environment/',
        '^playwright.config',
      ],
    ),
    packageIn('msw', ['msw'], ['^mocks/']),
    {
      name: 'no-circles',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    { name: 'resolvable', severity: 'error', from: {}, to: { couldNotResolve: true } },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(results|node_modules)/' },
    parser: 'swc',
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      extensions: ['.ts', '.mjs', '.js'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
    },
  },
};
