import { identifiersIn } from '../identifiers.ts'
import { pointer, text } from '../nodes.ts'
import type { JsonReader } from '../reader.ts'
import { lineOf, linesOf, named } from '../sast.ts'

/** huskyCI, JSON: one finding for each result of each tool that it ran; those marked with `#nohusky` are suppressed. https://huskyci.opensource.globo.com */
export const reader: JsonReader = {
  id: 'huskyci',
  name: 'huskyCI',
  kind: 'json',
  detect: ({ keys, text: beginning }) => keys.has('huskyciresults') || (keys.has('RID') && (keys.has('repositoryURL') || /"cOutput"\s*:/.test(beginning))),
  paths: [['huskyciresults', '*', '*', '*', '*']],
  read: ({ value, keys }, { context }) => {
    const group = String(keys[3])
    const file = text(value, 'file')
    const name = text(value, 'code')
    const isPackage = text(value, 'vulnerablebelow') !== null || text(value, 'version') !== null
    return [{
      rule: text(value, 'type') ?? text(value, 'title'), title: text(value, 'title') ?? text(value, 'details'), description: text(value, 'details'),
      identifiers: identifiersIn(text(value, 'title'), text(value, 'details'), text(value, 'type')), severity: text(value, 'severity'),
      stance: group.startsWith('nosec') ? 'suppressed' : 'open',
      component: isPackage && name !== null ? { name: name.trim(), version: text(value, 'version'), fixedIn: text(value, 'vulnerablebelow') } : null,
      place: file === null ? null : { file, line: lineOf(text(value, 'line')) },
      evidence: linesOf(
        text(value, 'code'), named('Tool', text(value, 'securitytool')), named('Language', text(value, 'language')), named('Confidence', text(value, 'confidence')),
        named('Vulnerable below', text(value, 'vulnerablebelow')), named('Occurrences', text(value, 'occurrences')),
      ),
      ...(/leaks/i.test(text(value, 'securitytool') ?? '') ? { secrets: [] } : {}), firstSeen: text(context, 'startedAt'), record: pointer(keys),
    }]
  },
}
