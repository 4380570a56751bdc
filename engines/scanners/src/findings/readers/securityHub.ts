import { asffDrafts, isAsff } from '../asff.ts'
import { pointer } from '../nodes.ts'
import type { JsonReader } from '../reader.ts'

/**
 * AWS Security Hub, the answer of `get-findings`: one finding for each resource, and each package of each vulnerability in it; `passed` where compliance is.
 * https://docs.aws.amazon.com/securityhub/1.0/APIReference/API_GetFindings.html
 */
export const reader: JsonReader = {
  id: 'securityHub',
  name: 'AWS Security Hub',
  kind: 'json',
  detect: (head) => !head.isList && (head.keys.has('Findings') || head.keys.has('findings')) && isAsff(head.itemKeys),
  paths: [['Findings', '*'], ['findings', '*']],
  read: ({ value, keys }) => asffDrafts(value, pointer(keys)),
}
