import { tellsFindings } from '../generalFields.ts'
import { draftsOfGeneric } from '../genericFindings.ts'
import { pointer } from '../nodes.ts'
import type { JsonReader } from '../reader.ts'

/** A list of objects, or one a line, whose keys have the names that findings commonly have, in English or Chinese. */
export const reader: JsonReader = {
  id: 'genericList',
  name: 'List of findings',
  kind: 'json',
  isGeneral: true,
  mayBeLines: true,
  detect: (head) => (head.isList || head.kind === 'lines') && tellsFindings([...head.itemKeys]),
  takesMapping: (head) => head.isList || head.kind === 'lines',
  paths: [['*']],
  read: ({ value, keys }, { mapping }) => draftsOfGeneric(value, pointer(keys), mapping),
}
