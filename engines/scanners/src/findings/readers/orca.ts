import { pointer, text, texts } from '../nodes.ts'
import { draftOf } from '../orca.ts'
import type { JsonReader } from '../reader.ts'

/** Orca Security, alerts as JSON: one finding for each. https://docs.orcasecurity.io */
export const reader: JsonReader = {
  id: 'orca',
  name: 'Orca Security',
  kind: 'json',
  detect: ({ isList, itemKeys }) => isList && itemKeys.has('OrcaScore') && itemKeys.has('Title'),
  paths: [['*']],
  read: ({ value, keys }) => [draftOf((name) => text(value, ...name.split('.')), texts(value, 'Labels'), pointer(keys))],
}
