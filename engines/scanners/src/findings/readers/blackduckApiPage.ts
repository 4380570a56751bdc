import { draftOf } from '../blackduck.ts'
import { pointer } from '../nodes.ts'
import type { JsonReader } from '../reader.ts'

/** Black Duck, a page of vulnerable components as its API answers: one finding for each. https://documentation.blackduck.com/ */
export const reader: JsonReader = {
  id: 'blackduckApiPage',
  name: 'Black Duck (API page)',
  kind: 'json',
  detect: ({ keys, itemKeys }) => keys.has('items') && itemKeys.has('componentName') && (itemKeys.has('vulnerabilityWithRemediation')
    || (itemKeys.has('componentVersionName') && itemKeys.has('vulnerability'))),
  paths: [['items', '*']],
  read: ({ value, keys }) => [draftOf(value, pointer(keys))],
}
