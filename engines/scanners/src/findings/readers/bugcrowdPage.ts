import { draftOfSubmission } from '../bugcrowd.ts'
import { pointer } from '../nodes.ts'
import type { JsonReader } from '../reader.ts'

/** Bugcrowd, a page of submissions as its API answers it: one finding for each. https://docs.bugcrowd.com/api/ */
export const reader: JsonReader = {
  id: 'bugcrowdPage',
  name: 'Bugcrowd (page of its API)',
  kind: 'json',
  detect: (head) => head.keys.has('data') && head.itemKeys.has('attributes') && /"type"\s*:\s*"submission"/.test(head.text),
  paths: [['data', '*']],
  read: ({ value, keys }) => [draftOfSubmission(value, pointer(keys))],
}
