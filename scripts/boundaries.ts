// Imports run one way: apps → modules → platform → engines (ARCHITECTURE). Within modules only downwards.
const order = ['organisation', 'frameworks', 'assets', 'controls', 'vulnerabilities', 'risks', 'appetite', 'quantification', 'applicability', 'changes', 'home']
const platformOrder = ['contract', 'database', 'reports', 'server', 'web', 'directory', 'records', 'imports', 'approvals', 'work', 'operations', 'composition', 'testkit']
const test = '\\.test\\.tsx?$|/testing/'

const upward = (folder: string, names: readonly string[]): object[] =>
  names.slice(0, -1).map((name, i) => ({
    name: `${folder}-${name}-looks-up`,
    comment: `${folder}/${name} may use only what stands below it; upward and sideways go by events`,
    severity: 'error',
    from: { path: `^${folder}/${name}/`, pathNot: test },
    to: { path: `^${folder}/(${names.slice(i + 1).join('|')})/` },
  }))

export const boundaries = {
  forbidden: [
    { name: 'no-cycle', severity: 'error', from: {}, to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only', 'dynamic-import'] } } },
    { name: 'engines-stand-alone', severity: 'error', from: { path: '^engines/' }, to: { path: '^(apps|modules|platform|content)/' } },
    { name: 'engines-are-pure', severity: 'error', from: { path: '^engines/', pathNot: `${test}|^engines/tables/src/read|^engines/scanners/src/findings/readers\\.ts$` }, to: { path: '^(node:)?(fs|net|http|https|child_process|worker_threads|cluster|dgram|dns)(/|$)' } },
    { name: 'platform-below-modules', severity: 'error', from: { path: '^platform/' }, to: { path: '^(apps|modules)/' } },
    { name: 'modules-below-apps', severity: 'error', from: { path: '^modules/' }, to: { path: '^apps/' } },
    { name: 'contract-is-isomorphic', severity: 'error', from: { path: '/contract/' }, to: { path: '/server/|^(node:)' } },
    { name: 'web-without-server', severity: 'error', from: { path: '^(modules|platform)/[^/]+/web/' }, to: { path: '^(modules|platform)/[^/]+/server/|^platform/server/' } },
    { name: 'server-without-web', severity: 'error', from: { path: '^(modules|platform)/[^/]+/server/' }, to: { path: '^(modules|platform)/[^/]+/web/|^platform/web/' } },
    {
      name: 'only-by-contract-or-reads', severity: 'error',
      comment: 'another room is reached through its contract, its reads, its locales or its module, never deeper',
      from: { path: '^modules/([^/]+)/', pathNot: test },
      to: { path: '^modules/([^/]+)/server/', pathNot: '^modules/$1/|/server/(reads|module)\\.ts$' },
    },
    ...upward('modules', order),
    ...upward('platform', platformOrder),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(dist|data|\\.tmp)/' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'default'] },
  },
}
