import { draftOf } from '../blackduck.ts'
import { pointer } from '../nodes.ts'
import type { JsonReader } from '../reader.ts'

/** Black Duck, vulnerable components of its API as a list: one finding for each. https://documentation.blackduck.com/ */
export const reader: JsonReader = {
  id: 'blackduckApi',
  name: 'Black Duck (API)',
  kind: 'json',
  detect: ({ isList, itemKeys }) => isList && itemKeys.has('componentName') && (itemKeys.has('vulnerabilityWithRemediation')
    || (itemKeys.has('componentVersionName') && itemKeys.has('vulnerability'))),
  paths: [['*']],
  read: ({ value, keys }) => [draftOf(value, pointer(keys))],
}
