import { list, pointer, text } from '../nodes.ts'
import type { JsonReader } from '../reader.ts'
import { draftsOf } from '../spdx.ts'

/** SPDX 2, JSON: one finding for each reference of a package to an advisory; packages alone are none. https://spdx.github.io/spdx-spec/v2.3/ */
export const reader: JsonReader = {
  id: 'spdx',
  name: 'SPDX',
  kind: 'json',
  detect: ({ keys }) => keys.has('spdxVersion') || (keys.has('SPDXID') && (keys.has('packages') || keys.has('creationInfo') || keys.has('documentNamespace'))),
  // Files and relationships are passed over: they are many, and nobody asks for them.
  paths: [['packages', '*'], ['files', '*'], ['relationships', '*'], ['snippets', '*'], ['hasExtractedLicensingInfos', '*']],
  needsContext: true,
  read: ({ value, path, keys }, { context }) => {
    if (path > 0) return []
    const refs = list(value, 'externalRefs').map((ref, i) => ({
      category: text(ref, 'referenceCategory') ?? '', type: text(ref, 'referenceType') ?? '', locator: text(ref, 'referenceLocator') ?? '', comment: text(ref, 'comment'),
        record: pointer([...keys, 'externalRefs', i]),
    }))
    return draftsOf({ name: text(value, 'name') ?? '', version: text(value, 'versionInfo'), path: text(value, 'packageFileName') }, refs, text(context, 'creationInfo', 'created'))
  },
}
