// The walls between the rooms. Each rule says what may not reach what, and why.

/** Test files may look everywhere; the walls bind the product. */
const PRODUCT = '^(shared|electron|renderer)/';
const NETWORK = '^(node:)?(http|https|http2|net|dns|tls|dgram)(/|$)';

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      comment: 'A cycle has no first file to read. Types may point at each other.',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'resolvable',
      comment: 'Every import leads somewhere.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: 'shared-is-pure',
      comment: 'shared/ runs in the window and in the core alike: no Node, no DOM, no packages but these.',
      severity: 'error',
      from: { path: '^shared/' },
      to: {
        pathNot: ['^shared/', '^node_modules/(zod|temporal-polyfill|temporal-spec|temporal-utils|@orpc/contract)/'],
      },
    },
    {
      name: 'core-without-electron',
      comment: 'The core is a plain Node program; only the desktop shell knows Electron.',
      severity: 'error',
      from: { path: '^(electron|renderer|shared)/', pathNot: '^electron/(main|preload)\\.ts$|^electron/desktop/' },
      to: { path: '^node_modules/(electron|electron-store)/|^electron$' },
    },
    {
      name: 'core-without-shell',
      comment: 'The core does not reach up into the desktop shell or the window.',
      severity: 'error',
      from: { path: '^electron/', pathNot: '^electron/(main|preload)\\.ts$|^electron/desktop/' },
      to: { path: '^renderer/|^electron/(main|preload)\\.ts$|^electron/desktop/' },
    },
    {
      name: 'shell-without-core',
      comment: 'Main holds no keys and no text of papers: it reaches the core by messages only.',
      severity: 'error',
      from: { path: '^electron/(main|preload)\\.ts$|^electron/desktop/' },
      to: { path: '^electron/(core|vault|intake|readers|packet|cli)/|^renderer/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'window-by-contract',
      comment: 'The window knows shared/ and the contract, nothing of the core.',
      severity: 'error',
      from: { path: '^renderer/' },
      to: { path: '^(electron|tests|scripts)/' },
    },
    {
      name: 'window-without-node',
      comment: 'The window runs in a sandbox.',
      severity: 'error',
      from: { path: '^renderer/', pathNot: '^renderer/vite\\.config\\.ts$' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'one-door-to-the-database',
      severity: 'error',
      from: { path: PRODUCT, pathNot: '^electron/vault/' },
      to: { path: '^node_modules/better-sqlite3' },
    },
    {
      name: 'one-door-to-pdf-writing',
      severity: 'error',
      from: { path: PRODUCT, pathNot: '^electron/packet/' },
      to: { path: '^node_modules/(pdf-lib|@cantoo/pdf-lib|@pdf-lib)/' },
    },
    {
      name: 'one-door-to-untrusted-bytes',
      comment: 'Decoders of strange bytes run in reader processes that hold no keys.',
      severity: 'error',
      from: { path: PRODUCT, pathNot: '^electron/readers/' },
      to: {
        path: '^node_modules/(tesseract\\.js(-core)?|@embedpdf/pdfium|heic-decode|mammoth|postal-mime|@kenjiuno/[^/]+)/',
      },
    },
    {
      name: 'pictures-in-two-rooms',
      comment: 'The packet re-encodes page pictures the readers have made.',
      severity: 'error',
      from: { path: PRODUCT, pathNot: '^electron/(readers|packet)/' },
      to: { path: '^node_modules/sharp/' },
    },
    {
      name: 'offline',
      comment: 'Only the browser host listens, on 127.0.0.1; nothing ever calls out.',
      severity: 'error',
      from: { path: PRODUCT, pathNot: '^electron/hosts/' },
      to: { path: NETWORK },
    },
    {
      name: 'product-without-tests',
      severity: 'error',
      from: { path: `${PRODUCT}|^scripts/` },
      to: { path: '^tests/' },
    },
    {
      name: 'product-without-dev-packages',
      comment: 'What the core and main need at run time must be shipped.',
      severity: 'error',
      from: { path: '^(shared|electron)/' },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'], pathNot: '^node_modules/electron/' },
    },
    {
      name: 'bootstrap-without-packages',
      comment: 'The scripts run before anything is installed.',
      severity: 'error',
      from: { path: '^scripts/' },
      to: { dependencyTypesNot: ['core', 'local'] },
    },
  ],
  options: {
    tsConfig: { fileName: 'tsconfig.base.json' },
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(tests/fixtures|out|dist|resources)/' },
    combinedDependencies: false,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'require', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.cjs', '.json'],
    },
  },
};
