import { draftOf, hostOf } from '../anchore.ts'
import { pointer } from '../nodes.ts'
import type { JsonReader } from '../reader.ts'

/**
 * Anchore Engine and Enterprise, vulnerabilities of an image (`image vuln`, and the security evaluation of the UI): one finding for each.
 * https://docs.anchore.com/current/docs/vulnerability_management/
 */
export const reader: JsonReader = {
  id: 'anchore',
  name: 'Anchore',
  kind: 'json',
  detect: ({ keys, itemKeys, text: head }) =>
    keys.has('securityEvaluation')
    || ((keys.has('imageDigest') || keys.has('image_digest') || keys.has('vulnerability_type')) && keys.has('vulnerabilities')
      && (itemKeys.has('vuln') || /"vuln"\s*:|"vulnerabilities"\s*:\s*\[\s*\]/.test(head))),
  paths: [['vulnerabilities', '*'], ['securityEvaluation', '*']],
  needsContext: true,
  read: ({ value, keys }, { context }) => [draftOf(value, hostOf(context), pointer(keys))],
}
