import { draftOfSubmission } from '../bugcrowd.ts'
import { pointer } from '../nodes.ts'
import type { JsonReader } from '../reader.ts'

/** Bugcrowd, a list of submissions by its API: one finding for each. https://docs.bugcrowd.com/api/ */
export const reader: JsonReader = {
  id: 'bugcrowdApi',
  name: 'Bugcrowd (API)',
  kind: 'json',
  detect: (head) => head.isList && head.itemKeys.has('attributes') && /"type"\s*:\s*"submission"/.test(head.text),
  paths: [['*']],
  read: ({ value, keys }) => [draftOfSubmission(value, pointer(keys))],
}
