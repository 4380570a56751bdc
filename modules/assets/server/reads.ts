export { addDependenciesByName, type NamedDependency } from './dependency/byName.ts'
export { dependenciesOf, replaceDependencies, type Dependencies } from './dependency/replace.ts'
export { importScan, type ScanRequest } from './scan/take.ts'
