/** Files with markup in them are read as such; in others `<` may begin a type parameter. */
const withMarkup = {
  swcrc: false,
  jsc: {
    target: 'es2024',
    parser: { syntax: 'typescript', tsx: true },
    transform: { react: { runtime: 'automatic', importSource: 'preact' } },
  },
  module: { type: 'es6' },
  sourceMaps: 'inline',
};

const shared = {
  extensionsToTreatAsEsm: ['.ts', '.tsx'],
  transform: { '^.+\\.ts$': ['@swc/jest'], '^.+\\.tsx$': ['@swc/jest', withMarkup] },
  moduleNameMapper: { '^#libs/(.*)$': '<rootDir>/libs/$1/src/index.ts', '^(\\.{1,2}/.*)\\.js$': '$1' },
  testEnvironment: 'node',
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/.cakupan/'],
};

/** Kinds of test, told apart by where they stand: beside the code, a service's `test/`, the whole system's. */
export default {
  // What takes longer has hung: hooks and tests start databases and services, on two cores that others may use.
  testTimeout: 60_000,
  projects: [
    {
      ...shared,
      displayName: 'unit',
      testMatch: ['<rootDir>/{apps,libs,tools}/**/*.spec.{ts,tsx}', '<rootDir>/docs/guide/01-*.spec.ts'],
      testPathIgnorePatterns: ['/test/'],
    },
    {
      ...shared,
      displayName: 'integration',
      testMatch: [
        '<rootDir>/{apps,libs,tools}/**/test/**/*.spec.ts',
        '<rootDir>/test/bad-input/**/*.spec.ts',
        '<rootDir>/docs/guide/!(01)-*.spec.ts',
      ],
      globalSetup: '<rootDir>/test/infrastructure/start.mjs',
      globalTeardown: '<rootDir>/test/infrastructure/stop.mjs',
      setupFiles: ['<rootDir>/test/infrastructure/choose.mjs'],
    },
    { ...shared, displayName: 'containers', testMatch: ['<rootDir>/test/containers/**/*.spec.ts'] },
    { ...shared, displayName: 'e2e', testMatch: ['<rootDir>/test/e2e/**/*.spec.ts'] },
  ],
};
