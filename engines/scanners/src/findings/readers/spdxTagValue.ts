import type { Draft } from '../draft.ts'
import type { TextReader } from '../reader.ts'
import { draftsOf, type ExternalRef } from '../spdx.ts'

/** SPDX 2, tags and values: as the JSON is read. https://spdx.github.io/spdx-spec/v2.3/conformance/ */
export const reader: TextReader = {
  id: 'spdxTagValue',
  name: 'SPDX (tag-value)',
  kind: 'text',
  detect: (head) => /^\s*(?:#[^\n]*\n\s*)*SPDXVersion:\s*SPDX-/.test(head.text),
  begin: () => {
    let created: string | null = null
    let component: { name: string; version: string | null; path: string | null } | null = null
    let refs: ExternalRef[] = []
    let isInText = false
    const done = (): readonly Draft[] => {
      const drafts = component === null ? [] : draftsOf(component, refs, created)
      component = null
      refs = []
      return drafts
    }
    return (line, number) => {
      if (line === null) return done()
      // Texts of several lines say nothing that is asked for.
      if (isInText) {
        isInText = !line.includes('</text>')
        return []
      }
      const colon = line.indexOf(':')
      const [tag, value] = [line.slice(0, colon).trim(), line.slice(colon + 1).trim()]
      isInText = value.startsWith('<text>') && !value.includes('</text>')
      if (tag === 'Created') created = value
      else if (tag === 'PackageName') {
        const before = done()
        component = { name: value, version: null, path: null }
        return before
      } else if (tag === 'PackageVersion' && component !== null) component.version = value
      else if (tag === 'PackageFileName' && component !== null) component.path = value
      else if (tag === 'ExternalRef') {
        const [category = '', type = '', ...locator] = value.split(/\s+/)
        refs.push({ category, type, locator: locator.join(' '), comment: null, record: `line ${number}` })
      } else if (tag === 'ExternalRefComment' && refs.length > 0) refs.push({ ...refs.pop()!, comment: value.replace(/<\/?text>/g, '') })
      else if (tag === 'FileName' || tag === 'SnippetSPDXID') return done()
      return []
    }
  },
}
