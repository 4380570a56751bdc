import type { Stance } from '../finding.ts'
import { cweOf, identifiersIn, joined } from '../identifiers.ts'
import { at, list, number, pointer, text } from '../nodes.ts'
import type { JsonReader } from '../reader.ts'
import { linesOf, named } from '../sast.ts'

const stances: Readonly<Record<string, Stance>> = { FIXED: 'fixed', DISMISSED: 'suppressed', AUTO_DISMISSED: 'suppressed' }
const dismissed = (reason: string | null): Stance | null => (reason === null ? null : /inaccurate|false/i.test(reason) ? 'false-positive' : /tolerable|risk/i.test(reason) ? 'accepted'
  : /not.?used/i.test(reason) ? 'not-affected' : null)

/** GitHub GraphQL, `vulnerabilityAlerts` of Dependabot: one finding for each alert. https://docs.github.com/graphql/reference/objects#repositoryvulnerabilityalert */
export const reader: JsonReader = {
  id: 'dependabot',
  name: 'GitHub Dependabot (GraphQL)',
  kind: 'json',
  detect: ({ keys, text: beginning }) => (keys.has('data') || keys.has('repository') || keys.has('vulnerabilityAlerts')) && /"vulnerabilityAlerts"\s*:/.test(beginning),
  paths: [
    ['data', 'repository', 'vulnerabilityAlerts', 'nodes', '*'], ['data', 'repository', 'vulnerabilityAlerts', 'edges', '*'],
    ['data', '*', '*', '*', 'vulnerabilityAlerts', 'nodes', '*'],
  ],
  needsContext: true,
  read: ({ value, keys }, { context }) => {
    const alert = at(value, 'node') ?? value
    const [flaw, advisory] = [at(alert, 'securityVulnerability'), at(alert, 'securityVulnerability', 'advisory') ?? at(alert, 'securityAdvisory')]
    const name = text(flaw, 'package', 'name') ?? text(alert, 'packageName') ?? 'unknown'
    const ids = list(advisory, 'identifiers').map((id) => text(id, 'value'))
    const number0 = text(alert, 'number')
    const base = text(context, 'data', 'repository', 'url')
    const state = text(alert, 'state')
    const patched = text(flaw, 'firstPatchedVersion', 'identifier')
    return [{
      rule: ids.find((id) => id?.startsWith('GHSA-') === true) ?? ids[0] ?? text(alert, 'id'), title: text(advisory, 'summary'), description: text(advisory, 'description'),
      solution: patched === null ? null : `Upgrade to ${patched}`,
      references: [
        ...list(advisory, 'references').map((r) => text(r, 'url')), base === null || number0 === null ? null : `${base}/security/dependabot/${number0}`,
        text(alert, 'dependabotUpdate', 'pullRequest', 'permalink'),
      ],
      identifiers: joined(
        identifiersIn(...ids), { cwe: [...list(advisory, 'cwes', 'nodes'), ...list(advisory, 'cwes', 'edges').map((e) => at(e, 'node'))].flatMap((c) => cweOf(text(c, 'cweId'))) },
      ),
      cvss: ['cvss', 'cvssSeverities'].flatMap((key) => [at(advisory, key), at(advisory, key, 'cvssV3'), at(advisory, key, 'cvssV4')])
        .map((c) => (text(c, 'vectorString') === null ? null : { vector: text(c, 'vectorString'), score: number(c, 'score') || null })),
      severity: text(flaw, 'severity') ?? text(advisory, 'severity'),
      stance: state === 'DISMISSED' ? (dismissed(text(alert, 'dismissReason')) ?? 'suppressed') : (stances[state ?? ''] ?? 'open'),
      component: { name, version: /^=\s*([^\s,]+)$/.exec(text(alert, 'vulnerableRequirements') ?? '')?.[1] ?? null, fixedIn: patched,
        path: text(alert, 'vulnerableManifestPath') ?? text(alert, 'vulnerableManifestFilename') },
      evidence: linesOf(
        named('Vulnerable', text(flaw, 'vulnerableVersionRange')), named('Required', text(alert, 'vulnerableRequirements')), named('Scope', text(alert, 'dependencyScope')),
        named('Dismissed', text(alert, 'dismissReason')), named('Comment', text(alert, 'dismissComment')),
      ),
      firstSeen: text(alert, 'createdAt'), record: pointer(keys),
    }]
  },
}
