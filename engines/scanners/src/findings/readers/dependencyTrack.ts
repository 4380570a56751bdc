import type { Json } from '../../input/jsonRecords.ts'
import { advisories, labelled, lines } from '../advisories.ts'
import type { Stance } from '../finding.ts'
import { cweOf, joined } from '../identifiers.ts'
import { at, list, pointer, text } from '../nodes.ts'
import type { JsonReader } from '../reader.ts'

const stances: Readonly<Record<string, Stance>> = { FALSE_POSITIVE: 'false-positive', NOT_AFFECTED: 'not-affected', RESOLVED: 'fixed' }

/** Addresses in a list of links in Markdown. */
const linksIn = (markdown: string | null): string[] => [...(markdown ?? '').matchAll(/https?:\/\/[^\s)\]<>"]+/g)].map(([url]) => url)

/** Every value of an alias but its number within Dependency-Track. */
const aliasesOf = (alias: Json): string[] =>
  alias === null || typeof alias !== 'object' || Array.isArray(alias) ? [] : Object.keys(alias).filter((key) => key.endsWith('Id')).flatMap((key) => text(alias, key) ?? [])

/** Dependency-Track, File Packaging Format of findings: one finding for each. https://docs.dependencytrack.org/integrations/file-formats/ */
export const reader: JsonReader = {
  id: 'dependencyTrack',
  name: 'Dependency-Track',
  kind: 'json',
  detect: ({ keys, text: head }) => keys.has('findings') && /"application"\s*:\s*"Dependency-Track"/.test(head)
    || (keys.has('findings') && keys.has('project') && /"matrix"\s*:/.test(head) && /"vulnId"\s*:/.test(head)),
  paths: [['findings', '*']],
  needsContext: true,
  read: ({ value, keys }, { context }) => {
    const [component, vulnerability, analysis] = ['component', 'vulnerability', 'analysis'].map((key) => at(value, key))
    const id = text(vulnerability, 'vulnId')
    const name = [text(component, 'group'), text(component, 'name')].filter((t) => t !== null).join('/')
    const state = text(analysis, 'state') ?? text(analysis, 'analysisState')
    const severity = text(vulnerability, 'severity')
    const isSuppressed = at(analysis, 'isSuppressed') === true || at(analysis, 'suppressed') === true
    return [{
      rule: id,
      title: text(vulnerability, 'title') ?? [id, name].filter((t) => t !== null && t !== '').join(' in '),
      description: [text(vulnerability, 'subtitle'), text(vulnerability, 'description')].filter((t) => t !== null).join('\n\n'),
      solution: text(vulnerability, 'recommendation'),
      references: [...linksIn(text(vulnerability, 'references')), text(value, 'attribution', 'referenceUrl')],
      identifiers: joined(
        // Numbers alone are of the source: NPM 533.
        advisories(/^\d+$/.test(id ?? '') ? `${text(vulnerability, 'source') ?? 'ID'}-${id}` : id, ...list(vulnerability, 'aliases').flatMap(aliasesOf),
          text(value, 'attribution', 'alternateIdentifier')),
        { cwe: [...cweOf(text(vulnerability, 'cweId')), ...list(vulnerability, 'cwes').flatMap((one) => cweOf(text(one, 'cweId')))] },
      ),
      cvss: [
        { version: '4.0', vector: text(vulnerability, 'cvssV4Vector'), score: text(vulnerability, 'cvssV4Score') ?? text(vulnerability, 'cvssV4BaseScore') },
        { ...(text(vulnerability, 'cvssV3Vector') === null ? { version: '3.1' as const } : {}), vector: text(vulnerability, 'cvssV3Vector'),
          score: text(vulnerability, 'cvssV3BaseScore') },
        { version: '2.0', vector: text(vulnerability, 'cvssV2Vector')?.replace(/^\(|\)$/g, ''), score: text(vulnerability, 'cvssV2BaseScore') },
      ],
      severity,
      stance: stances[state ?? ''] ?? (isSuppressed ? 'suppressed' : 'open'),
      component: { name, version: text(component, 'version'), purl: text(component, 'purl'), path: text(context, 'project', 'name') },
      evidence: lines(
        labelled('Analysis', state), labelled('Justification', text(analysis, 'justification')), labelled('Suppressed', isSuppressed ? 'true' : null),
          labelled('Source', text(vulnerability, 'source')), labelled('Analyzer', text(value, 'attribution', 'analyzerIdentity')),
        labelled('EPSS', text(vulnerability, 'epssScore')), labelled('Latest version', text(component, 'latestVersion')),
          labelled('Project', [text(context, 'project', 'name'), text(context, 'project', 'version')].filter((t) => t !== null).join(' ')),
      ),
      firstSeen: text(value, 'attribution', 'attributedOn'),
      lastSeen: text(context, 'meta', 'timestamp'),
      record: pointer(keys),
    }]
  },
}
