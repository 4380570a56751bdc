import { identifiersIn } from '../identifiers.ts'
import { list, pointer, text } from '../nodes.ts'
import type { JsonReader } from '../reader.ts'
import { linesOf, named } from '../sast.ts'

/** `composer audit --format json`: one finding for each advisory of a package, ignored ones too, and for each package that is abandoned. https://getcomposer.org/doc/03-cli.md#audit */
export const reader: JsonReader = {
  id: 'composerAudit',
  name: 'Composer audit',
  kind: 'json',
  detect: ({ keys, text: beginning }) => keys.has('advisories') && (keys.has('abandoned') || /"advisoryId"\s*:/.test(beginning) || /"advisories"\s*:\s*\[\s*\]/.test(beginning)),
  paths: [['advisories', '*', '*'], ['ignored-advisories', '*', '*'], ['abandoned', '*']],
  read: ({ value, keys, path }) => {
    const record = pointer(keys)
    const name = text(value, 'packageName') ?? String(keys[1])
    if (path === 2) return [{ rule: 'abandoned', title: `${name} is abandoned`, solution: text(value) === null || value === false ? null : `Use ${text(value)} instead`,
      component: { name, purl: `pkg:composer/${name}` }, record }]
    const sources = list(value, 'sources').map((s) => text(s, 'remoteId'))
    return [{
      rule: text(value, 'advisoryId'), title: text(value, 'title'), references: [text(value, 'link')], identifiers: identifiersIn(text(value, 'cve'), text(value, 'link'), ...sources),
      severity: text(value, 'severity'),
      stance: path === 1 ? 'suppressed' : 'open', component: { name, purl: `pkg:composer/${name}` },
      evidence: linesOf(named('Vulnerable', text(value, 'affectedVersions')), named('Ignored', text(value, 'ignoreReason')), ...sources), record,
    }]
  },
}
