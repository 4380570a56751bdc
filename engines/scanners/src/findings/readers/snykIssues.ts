import type { Draft } from '../draft.ts'
import { identifiersIn, joined } from '../identifiers.ts'
import { at, list, number, pointer, text } from '../nodes.ts'
import type { JsonReader } from '../reader.ts'

const versions: Readonly<Record<string, '2.0' | '3.0' | '3.1' | '4.0'>> = { '2.0': '2.0', '3.0': '3.0', '3.1': '3.1', '4.0': '4.0' }

/** Snyk, REST API `issues`: one finding for each place (dependency, lines of a file, resource) that an issue names. https://docs.snyk.io/snyk-api/reference/issues */
export const reader: JsonReader = {
  id: 'snykIssues',
  name: 'Snyk issues (API)',
  kind: 'json',
  detect: (head) => head.keys.has('data') && /"effective_severity_level"\s*:/.test(head.text),
  paths: [['data', '*']],
  read: ({ value: issue, keys }) => {
    const attributes = at(issue, 'attributes')
    const problems = [...list(attributes, 'problems'), ...list(attributes, 'classes')]
    const coordinates = list(attributes, 'coordinates')
    const common: Draft = {
      rule: text(attributes, 'key') ?? text(issue, 'id'), title: text(attributes, 'title'), description: text(attributes, 'description'),
      solution: coordinates.flatMap((one) => list(one, 'remedies')).map((remedy) => text(remedy, 'description') ?? text(remedy, 'details', 'upgrade_package')).filter((t) => t !== null).join('\n'),
      references: problems.map((problem) => text(problem, 'url')),
      identifiers: joined(
        identifiersIn(...problems.map((problem) => text(problem, 'id'))),
        { other: list(attributes, 'problems').map((problem) => text(problem, 'id') ?? '').filter((id) => id.startsWith('SNYK-')) },
      ),
      cvss: list(attributes, 'severities').map((one) => {
        const version = versions[text(one, 'version') ?? '']
        return { vector: text(one, 'vector'), score: number(one, 'score'), ...(version === undefined ? {} : { version }) }
      }),
      severity: text(attributes, 'effective_severity_level'),
      stance: at(attributes, 'ignored') === true ? 'suppressed' : text(attributes, 'status') === 'resolved' ? 'fixed' : 'open',
      host: null, firstSeen: text(attributes, 'created_at'), lastSeen: text(attributes, 'updated_at'), record: pointer(keys),
    }
    const places = coordinates.flatMap((one) => list(one, 'representations')).map((place): Draft => {
      const [dependency, lines, resource] = [at(place, 'dependency'), at(place, 'sourceLocation'), at(place, 'cloud_resource') ?? at(place, 'resourcePath') ?? at(place, 'resource_path')]
      const name = text(dependency, 'package_name')
      const file = text(lines, 'file') ?? text(resource) ?? text(resource, 'environment', 'name')
      return {
        ...common,
        ...(name === null ? {} : { component: { name, version: text(dependency, 'package_version') } }),
        ...(file === null ? {} : { place: { file, line: number(lines, 'region', 'start', 'line'), endLine: number(lines, 'region', 'end', 'line') } }),
      }
    })
    return places.length === 0 ? [common] : places
  },
}
