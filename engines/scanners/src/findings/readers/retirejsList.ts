import type { JsonReader } from '../reader.ts'
import { retirejsFindings } from '../retirejs.ts'

/** Retire.js 1, JSON, a list of files: one finding for each flaw of a library in a file. https://github.com/RetireJS/retire.js */
export const reader: JsonReader = {
  id: 'retirejsList',
  name: 'Retire.js 1',
  kind: 'json',
  detect: ({ isList, itemKeys, text: beginning }) => isList && itemKeys.has('results') && /"component"\s*:/.test(beginning),
  paths: [['*']],
  read: retirejsFindings,
}
