import { identifiersIn } from '../identifiers.ts'
import { pointer, text } from '../nodes.ts'
import type { JsonReader } from '../reader.ts'

/** Scantist, JSON: one finding for each flaw of a library. https://docs.scantist.io */
export const reader: JsonReader = {
  id: 'scantist',
  name: 'Scantist',
  kind: 'json',
  detect: ({ isList, itemKeys }) => isList && itemKeys.has('Public ID') && itemKeys.has('Library'),
  paths: [['*']],
  read: ({ value, keys }) => [{
    rule: text(value, 'Public ID'), title: text(value, 'Public ID'), description: text(value, 'Description'),
    identifiers: identifiersIn(text(value, 'Public ID'), text(value, 'Description')), severity: text(value, 'Score'),
    component: { name: text(value, 'Library') ?? 'unknown', version: text(value, 'Library Version'), fixedIn: text(value, 'Patched Version'), path: text(value, 'File Path') },
    evidence: text(value, 'Comments'), record: pointer(keys),
  }],
}
