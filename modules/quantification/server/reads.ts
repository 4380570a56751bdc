/** What other rooms ask of this one. */
export { lossSource } from './reads/lossSource.ts'
