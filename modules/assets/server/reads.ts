export { addDependenciesByName, type NamedDependency } from './dependency/byName.ts'
export { importScan, type ScanRequest } from './scan/take.ts'
