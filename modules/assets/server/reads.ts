export { addDependenciesByName, type NamedDependency } from './dependency/byName.ts'
