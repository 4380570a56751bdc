import type { Json } from '../../input/jsonRecords.ts'
import { advisories, labelled, lines, resourceName } from '../advisories.ts'
import type { Draft } from '../draft.ts'
import type { Stance } from '../finding.ts'
import { identifiersIn, joined } from '../identifiers.ts'
import { at, list, pointer, text, texts } from '../nodes.ts'
import type { JsonReader } from '../reader.ts'

const stances: Readonly<Record<string, Stance>> = { pass: 'passed', skip: 'suppressed' }

const nameOf = (resource: Json): string | null => resourceName(text(resource, 'namespace'), text(resource, 'kind'), text(resource, 'name'))

/** Every resource that a result names, else the one that the report is of. */
const hostsOf = (result: Json, report: Json): NonNullable<Draft['host']>[] => {
  const scope = at(report, 'scope')
  const own = [...list(result, 'subjects'), ...list(result, 'resources')]
  const all = own.length > 0 ? own : scope === null ? [] : [scope]
  if (all.length === 0) return [{ name: resourceName(text(report, 'metadata', 'namespace'), text(report, 'metadata', 'name')) }]
  const scopeName = resourceName(text(report, 'metadata', 'namespace'), text(scope, 'kind'), text(scope, 'name'))
  return all.map((one) => ({ name: text(one, 'namespace') === null && one === scope ? scopeName : nameOf(one), uuid: text(one, 'uid') }))
}

const seconds = (result: Json): string | null => text(result, 'timestamp', 'seconds') ?? text(result, 'timestamp')

const others = (properties: Json): string[] =>
  properties === null || typeof properties !== 'object' || Array.isArray(properties) ? [] : Object.keys(properties).flatMap((key) => labelled(key, text(properties, key)) ?? [])

/** OpenReports and the PolicyReport before it, one or a list of them: one finding for each result and resource. https://github.com/openreports/reports-api */
export const reader: JsonReader = {
  id: 'openReports',
  name: 'OpenReports',
  kind: 'json',
  detect: ({ keys, itemKeys, text: head }) => (keys.has('apiVersion') || itemKeys.has('apiVersion')) && /"apiVersion"\s*:\s*"(?:openreports\.io|wgpolicyk8s\.io)\//.test(head),
  paths: [['results', '*'], ['items', '*', 'results', '*'], ['*', 'results', '*']],
  needsContext: true,
  read: ({ value: result, keys }, { context }) => {
    const report = keys.length === 2 ? context : at(context, ...keys.slice(0, -2))
    const [policy, rule, name] = [text(result, 'policy'), text(result, 'rule'), text(result, 'properties', 'pkgName')]
    const message = text(result, 'message') ?? text(result, 'description')
    const fixedIn = text(result, 'properties', 'fixedVersion')
    const common = {
      rule: [policy, rule].filter((t) => t !== null).join('/'),
      title: message ?? rule ?? policy,
      description: [message, text(result, 'category')].filter((t) => t !== null).join('\n\n'),
      solution: fixedIn === null ? null : `Upgrade to ${fixedIn}`,
      references: [text(result, 'properties', 'primaryURL')],
      identifiers: joined(advisories(policy).cve.length > 0 ? advisories(policy) : identifiersIn(policy, rule), identifiersIn(message)),
      severity: text(result, 'severity'),
      stance: stances[text(result, 'result') ?? ''] ?? ('open' as const),
      component: name === null ? null : { name, version: text(result, 'properties', 'installedVersion'), fixedIn },
      evidence: lines(labelled('Result', text(result, 'result')), labelled('Source', text(result, 'source') ?? text(report, 'source')), ...texts(result, 'data'),
        ...others(at(result, 'properties'))),
      lastSeen: seconds(result) ?? text(report, 'metadata', 'creationTimestamp'),
      record: pointer(keys),
    }
    return hostsOf(result, report).map((host) => ({ ...common, host }))
  },
}
