import type { Json } from '../../input/jsonRecords.ts'
import type { Draft } from '../draft.ts'
import type { Stance } from '../finding.ts'
import { cweOf, identifiersIn, joined } from '../identifiers.ts'
import { at, list, number, pointer, text, texts } from '../nodes.ts'
import type { JsonReader } from '../reader.ts'
import { linesOf, named } from '../sast.ts'

/** Where it was found: in a file, in a package, in an image. */
const placesOf = (location: Json): Partial<Draft> => {
  const name = text(location, 'dependency', 'package', 'name')
  const file = text(location, 'file')
  const image = text(location, 'image')
  return {
    ...(name === null ? {} : { component: { name, version: text(location, 'dependency', 'version'), path: file ?? image } }),
    ...(file === null ? (image === null ? {} : { place: { file: image } }) : { place: { file, line: number(location, 'start_line'), endLine: number(location, 'end_line') } }),
  }
}

/** GitLab security reports of SAST, dependencies, secrets and containers, schemas 2 to 15: one finding for each vulnerability. https://docs.gitlab.com/development/integrations/secure */
export const reader: JsonReader = {
  id: 'gitlab',
  name: 'GitLab security report',
  kind: 'json',
  detect: ({ keys, text: beginning }) =>
    (keys.has('vulnerabilities') || keys.has('scan'))
      && !/"(?:type|category)"\s*:\s*"(?:dast|api_fuzzing|coverage_fuzzing)"|"location"\s*:\s*\{\s*"(?:hostname|crash_type|crash_address)"\s*:/.test(beginning)
      && ((/"identifiers"\s*:/.test(beginning) && /"location"\s*:/.test(beginning) && /"(?:severity|scanner|category)"\s*:/.test(beginning) && !/"moduleName"\s*:/.test(beginning))
      || /"type"\s*:\s*"(?:sast|dependency_scanning|secret_detection|container_scanning|cluster_image_scanning)"/.test(beginning) || (keys.has('remediations') && keys.has('version'))),
  paths: [['vulnerabilities', '*']],
  needsContext: true,
  read: ({ value, keys }, { context }) => {
    const ids = list(value, 'identifiers')
    const flags = list(value, 'flags').map((flag) => text(flag, 'type'))
    const stance: Stance = flags.includes('flagged-as-likely-false-positive') ? 'false-positive' : 'open'
    const own = ids.find((id) => !/^(?:cve|cwe|ghsa|owasp)$/i.test(text(id, 'type') ?? ''))
    return [{
      rule: text(own, 'value') ?? text(ids[0], 'value') ?? text(value, 'id'), title: text(value, 'name') ?? text(value, 'message'), description: text(value, 'description'),
      solution: text(value, 'solution'),
      references: [...list(value, 'links'), ...ids].map((link) => text(link, 'url')),
      identifiers: joined(
        identifiersIn(...ids.flatMap((id) => [text(id, 'name'), text(id, 'value')])),
        { cwe: ids.filter((id) => text(id, 'type')?.toLowerCase() === 'cwe').flatMap((id) => cweOf(text(id, 'value'))) },
      ),
      cvss: list(value, 'cvss_vectors').map((one) => ({ vector: text(one, 'vector') })), severity: text(value, 'severity'), stance, ...placesOf(at(value, 'location')),
      evidence: linesOf(
        text(value, 'message') === text(value, 'name') ? null : text(value, 'message'), text(value, 'raw_source_code_extract'),
        named('Method', text(value, 'location', 'method')), named('Class', text(value, 'location', 'class')), named('System', text(value, 'location', 'operating_system')),
        named('Commit', text(value, 'location', 'commit', 'sha')), named('Confidence', text(value, 'confidence')), named('Scanner', text(value, 'scanner', 'name')),
      ),
      ...(text(value, 'category') === 'secret_detection' || text(context, 'scan', 'type') === 'secret_detection' ? { secrets: texts(value, 'raw_source_code_extract') } : {}),
      firstSeen: text(value, 'discovered_at') ?? text(context, 'scan', 'start_time'), lastSeen: text(context, 'scan', 'end_time'), record: pointer(keys),
    }]
  },
}
