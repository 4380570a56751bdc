import { draftOf } from '../anchore.ts'
import { pointer } from '../nodes.ts'
import type { JsonReader } from '../reader.ts'

/** anchorectl, vulnerabilities of an image as a list: one finding for each. https://docs.anchore.com/current/docs/deployment/anchorectl/ */
export const reader: JsonReader = {
  id: 'anchorectl',
  name: 'anchorectl',
  kind: 'json',
  detect: ({ isList, itemKeys }) => isList && itemKeys.has('vuln') && (itemKeys.has('packageName') || itemKeys.has('package_name') || itemKeys.has('feedGroup')
    || itemKeys.has('feed_group')),
  paths: [['*']],
  read: ({ value, keys }) => [draftOf(value, null, pointer(keys))],
}
