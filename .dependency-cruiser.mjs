import {
  folder,
  KAFKAJS,
  library,
  NEST,
  packaged,
  packages,
  rule,
  SHAPING,
  TYPEORM,
} from './tools/boundaries/kinds-of-rules.mjs';

/** Every rule has a planted violation in tools/boundaries/planted, which a test expects to be caught. */
export default {
  forbidden: [
    rule(
      'domain-is-pure',
      'domain/ is rules, and rules need no package and no program of Node.',
      { path: '^apps/[^/]+/src/domain/', pathNot: '\\.spec\\.ts$' },
      {
        dependencyTypes: ['npm', 'npm-dev', 'npm-optional', 'npm-peer', 'npm-no-pkg', 'npm-unknown', 'core'],
      },
    ),
    rule(
      'use-cases-are-plain',
      'use-cases/ know the domain and their ports, and no package.',
      { path: '^apps/[^/]+/src/use-cases/', pathNot: '\\.spec\\.ts$' },
      { dependencyTypes: ['npm', 'npm-dev', 'npm-optional', 'npm-peer', 'npm-no-pkg', 'npm-unknown'] },
    ),
    rule(
      'kernel-needs-nothing',
      'libs/kernel is imported by all and imports no package.',
      { path: '^libs/kernel/', pathNot: '\\.spec\\.ts$' },
      { dependencyTypes: ['npm', 'npm-dev', 'npm-optional', 'npm-peer', 'npm-no-pkg', 'npm-unknown'] },
    ),
    folder(
      'domain',
      { own: ['domain'], libs: ['kernel'] },
      [],
      'domain/ may import its own domain and the kernel.',
    ),
    folder(
      'use-cases',
      { own: ['domain', 'use-cases'], libs: ['kernel', 'contracts'] },
      [],
      'use-cases/ may import the domain, the kernel and the contracts.',
    ),
    folder(
      'inbound',
      { own: ['inbound', 'use-cases'], libs: ['kernel', 'contracts', 'messaging', 'http'] },
      [NEST, ...packages('class-validator', 'csv-parse', '@fastify/static')],
      'inbound/ may import use-cases, kernel, contracts, messaging, http, Nest, and what reads and checks what comes in.',
    ),
    folder(
      'outbound',
      {
        own: ['outbound', 'use-cases', 'domain'],
        libs: ['kernel', 'contracts', 'persistence', 'messaging'],
      },
      [TYPEORM, ...packages('aws4fetch', 'csv-parse', 'topojson-server')],
      'outbound/ may import use-cases (ports), domain, kernel, contracts, persistence, messaging, TypeORM, and what it speaks to.',
    ),
    rule(
      'roots-stay-in-their-place',
      'Modules, providers, config and main put a service together: of its own parts, of libraries and Nest.',
      { path: '^apps/(?!dashboard/)([^/]+)/src/[^/]+\\.ts$', pathNot: '\\.spec\\.ts$' },
      {
        path: ['^apps/', '^tools/', '^test/', '(^|/)node_modules/'],
        pathNot: ['^apps/$1/src/', NEST, packaged('reflect-metadata')],
      },
    ),
    library('kernel', [], [], 'libs/kernel imports nothing of the project.'),
    library(
      'contracts',
      ['kernel'],
      packages('class-validator', 'class-transformer', 'class-validator-jsonschema', 'reflect-metadata'),
      'libs/contracts may import the kernel, and what describes and checks messages.',
    ),
    library(
      'messaging',
      ['kernel', 'contracts', 'persistence'],
      [NEST, KAFKAJS, TYPEORM, ...packages('ajv', 'ajv-formats', 'rxjs')],
      'libs/messaging may import kernel, contracts, persistence, Nest with its rxjs, kafkajs, TypeORM and ajv.',
    ),
    library('persistence', [], [TYPEORM, packaged('pg')], 'libs/persistence may import TypeORM and pg.'),
    library(
      'http',
      ['kernel', 'contracts'],
      [
        NEST,
        ...packages('fastify', '@fastify/helmet', '@fastify/rate-limit', 'reflect-metadata'),
        ...packages(
          'class-validator',
          'class-transformer',
          'class-validator-jsonschema',
          'ajv',
          'ajv-formats',
        ),
        ...packages('csv-parse', 'csv-stringify', 'jose', '@opentelemetry/api'),
      ],
      'libs/http may import kernel, contracts, Nest and what it wraps.',
    ),
    library(
      'observability',
      ['kernel'],
      [NEST, ...packages('fastify', 'nestjs-pino', 'pino', 'prom-client', '@opentelemetry/api')],
      'libs/observability may import the kernel, Nest and what it wraps.',
    ),
    library(
      'testing',
      ['kernel', 'contracts', 'messaging', 'persistence', 'http', 'observability'],
      packages('jose'),
      'libs/testing may import every library.',
    ),
    rule(
      'kafkajs-has-one-door',
      'Only libs/messaging/src/client knows kafkajs: another can take its place. The fault kit looks for itself.',
      {
        path: '^(apps|libs|tools)/',
        pathNot: ['^libs/messaging/src/client/', '^tools/faults/', '\\.spec\\.ts$', '/test/'],
      },
      { path: KAFKAJS },
    ),
    rule(
      'services-do-not-import-each-other',
      'Services share topics and contracts, never code.',
      { path: '^apps/([^/]+)/' },
      { path: '^apps/', pathNot: '^apps/$1/' },
    ),
    rule(
      'the-page-stands-alone',
      'What runs in a browser talks to reporting over HTTP, and shares no code with what runs on Node.',
      { path: '^apps/dashboard/', pathNot: '\\.spec\\.tsx?$' },
      { path: ['^libs/', '^tools/', '^test/', ...SHAPING] },
    ),
    rule(
      'the-model-of-the-page-is-pure',
      'model/ is what the page reckons: of the rest it knows the types of answers and languages alone, and no package.',
      { path: '^apps/dashboard/src/model/', pathNot: '\\.spec\\.tsx?$' },
      {
        path: ['^apps/dashboard/src/', 'node_modules/'],
        pathNot: '^apps/dashboard/src/(model/|api/answers\\.ts|words/language\\.ts)',
      },
    ),
    rule(
      'words-draw-nothing',
      'words/, explain/, format/ and api/ are read by views and parts, never the other way round.',
      { path: '^apps/dashboard/src/(words|explain|format|api|charts)/' },
      { path: '^apps/dashboard/src/(views|parts|page)/' },
    ),
    rule(
      'libraries-have-one-door',
      'From outside, a library is its src/index.ts.',
      { path: '^(?:apps|libs|tools)/([^/]+)/', pathNot: ['/test/', '\\.spec\\.ts$'] },
      { path: '^libs/', pathNot: ['^libs/[^/]+/src/index\\.ts$', '^libs/$1/'] },
    ),
    rule(
      'testing-is-for-tests',
      'libs/testing is no part of what runs.',
      { path: '^(apps|libs)/', pathNot: ['/test/', '\\.spec\\.ts$', '^libs/testing/'] },
      { path: '^libs/testing/' },
    ),
    rule(
      'tools-stand-outside',
      'What runs knows nothing of the tools.',
      { path: '^(apps|libs)/', pathNot: ['/test/', '\\.spec\\.ts$'] },
      { path: '^(tools|test)/' },
    ),
    rule('no-circles', 'Two files that need each other are one thing.', {}, { circular: true }),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(dist|tools/boundaries/planted)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: new URL('tsconfig.json', import.meta.url).pathname },
    enhancedResolveOptions: {
      conditionNames: ['source', 'import', 'node', 'default'],
      exportsFields: ['exports'],
    },
  },
};
