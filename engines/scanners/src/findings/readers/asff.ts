import { asffDrafts, isAsff } from '../asff.ts'
import { pointer } from '../nodes.ts'
import type { JsonReader } from '../reader.ts'

/**
 * AWS Security Finding Format as a list, as Prowler, GuardDuty and others write it: one finding for each resource, and each package of each vulnerability in it.
 * https://docs.aws.amazon.com/securityhub/latest/userguide/securityhub-findings-format-syntax.html
 */
export const reader: JsonReader = {
  id: 'asff',
  name: 'AWS Security Finding Format',
  kind: 'json',
  detect: (head) => isAsff(head.itemKeys) && (head.isList || head.kind === 'lines'),
  paths: [['*']],
  mayBeLines: true,
  read: ({ value, keys }) => asffDrafts(value, pointer(keys)),
}
