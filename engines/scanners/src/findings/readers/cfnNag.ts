import { at, list, number, pointer, text, texts } from '../nodes.ts'
import type { JsonReader } from '../reader.ts'

/** cfn_nag, JSON: one finding for each resource of each violation. https://github.com/stelligent/cfn_nag */
export const reader: JsonReader = {
  id: 'cfnNag',
  name: 'cfn_nag',
  kind: 'json',
  detect: (head) => head.itemKeys.has('file_results') && head.itemKeys.has('filename'),
  paths: [['*', 'file_results', 'violations', '*']],
  needsContext: true,
  read: ({ value, keys }, { context }) => {
    const file = text(context, keys[0]!, 'filename') ?? ''
    const type = text(value, 'type')
    const resources = texts(value, 'logical_resource_ids')
    const lines = list(value, 'line_numbers')
    return Array.from({ length: Math.max(1, resources.length) }, (_, i) => ({
      rule: text(value, 'id'), title: text(value, 'message'), description: text(value, 'name'), severity: type,
      derived: type === 'FAIL' ? 'high' as const : type === 'WARN' ? 'medium' as const : null,
      place: { file, line: number(at(lines, i)) }, evidence: resources[i] ?? null, record: pointer(keys),
    }))
  },
}
