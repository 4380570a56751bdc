import { controlDraft } from '../inspec.ts'
import { pointer } from '../nodes.ts'
import type { JsonReader } from '../reader.ts'

const isControl = (keys: ReadonlySet<string>): boolean => ['id', 'title', 'impact', 'results', 'status'].every((key) => keys.has(key))

/** Chef InSpec, a control a line, as its auditing of hosts logs them: one finding for each; `passed` where all of its results are. https://docs.chef.io/inspec/ */
export const reader: JsonReader = {
  id: 'inspecLines',
  name: 'Chef InSpec (lines)',
  kind: 'json',
  detect: (head) => isControl(head.keys) || isControl(head.itemKeys),
  paths: [['*']],
  mayBeLines: true,
  read: ({ value, keys }) => [controlDraft(value, { record: pointer(keys) })],
}
