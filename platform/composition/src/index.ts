export { compose, migrationSteps, type Composition } from './compose.ts'
