import { setFlagsFromString } from 'node:v8'

/** By how many percent what lives may grow before V8 looks for what no longer does. */
const percent = 70

/**
 * Bounds what the process takes while it streams many rows. Left to itself, V8 on a machine with much memory lets garbage pile up to
 * several times what lives: an import of 100,000 assets took up to 507 MB, with this 430, by concurrent work that holds nobody up.
 */
export const boundHeap = (): void => setFlagsFromString(`--heap-growing-percent=${percent}`)
