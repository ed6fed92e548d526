/** What is forbidden, and why. */
export const rule = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to });

/** A package, with its types. */
export const packaged = (name) => `(^|/)node_modules/(@types/)?${name}/`;
export const NEST = packaged('@nestjs/[^/]+');
export const TYPEORM = packaged('typeorm');
export const KAFKAJS = packaged('kafkajs');
/** What a page in a browser has no use for. */
export const SHAPING = [NEST, TYPEORM, packaged('pg'), KAFKAJS];
export const packages = (...names) => names.map(packaged);
/** Whatever the table speaks of: the project's own parts, and every package. */
const ANYTHING = ['^apps/', '^libs/', '^tools/', '^test/', '(^|/)node_modules/'];

/** What a folder of a service may import of the project, and which packages. */
export const folder = (name, mayImport, mayUse, says) =>
  rule(
    `${name}-stays-in-its-place`,
    says,
    { path: `^apps/([^/]+)/src/${name}/`, pathNot: '\\.spec\\.ts$' },
    {
      path: ANYTHING,
      pathNot: [...mayImport.own.map((own) => `^apps/$1/src/${own}/`), ...libs(mayImport.libs), ...mayUse],
    },
  );

const libs = (names) => names.map((name) => `^libs/${name}/`);

export const library = (name, mayImport, mayUse, says) =>
  rule(
    `${name}-stays-in-its-place`,
    says,
    { path: `^libs/${name}/`, pathNot: ['\\.spec\\.ts$', '/test/'] },
    {
      path: ANYTHING,
      pathNot: [...libs([name, ...mayImport]), ...mayUse],
    },
  );
