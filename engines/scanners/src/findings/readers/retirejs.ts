import type { JsonReader } from '../reader.ts'
import { retirejsFindings } from '../retirejs.ts'

/** Retire.js 2 and later, JSON: one finding for each flaw of a library in a file. https://github.com/RetireJS/retire.js */
export const reader: JsonReader = {
  id: 'retirejs',
  name: 'Retire.js',
  kind: 'json',
  detect: ({ keys, text: beginning }) => keys.has('data')
    && ((keys.has('messages') && keys.has('errors')) || (/"component"\s*:/.test(beginning) && /"results"\s*:/.test(beginning) && /"file"\s*:/.test(beginning))),
  paths: [['data', '*']],
  read: retirejsFindings,
}
