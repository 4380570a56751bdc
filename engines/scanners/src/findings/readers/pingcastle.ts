import type { Severity } from '../finding.ts'
import { identifiersIn } from '../identifiers.ts'
import { child, childText, childTexts } from '../nodes.ts'
import type { XmlReader } from '../reader.ts'

/** Points that a rule costs, of 100 at which a domain is at its worst. */
const severityOf = (points: number): Severity => (points >= 50 ? 'critical' : points >= 30 ? 'high' : points >= 10 ? 'medium' : points >= 1 ? 'low' : 'none')

/** PingCastle, XML of a health check of Active Directory: one finding for each rule that is met. https://www.pingcastle.com/documentation/ */
export const reader: XmlReader = {
  id: 'pingcastle',
  name: 'PingCastle',
  kind: 'xml',
  detect: (head) => head.root === 'HealthcheckData',
  shape: { records: ['HealthcheckRiskRule'], context: ['DomainFQDN', 'NetBIOSName', 'DomainSid', 'GenerationDate'].map((name) => `HealthcheckData/${name}`) },
  read: ({ node, above, line }) => {
    const domain = above.find((one) => one.name === 'HealthcheckData')
    const of = (name: string) => domain?.kept.find((c) => c.name === name)?.text.trim() ?? null
    const points = childText(node, 'Points')
    const name = of('DomainFQDN')
    return [{
      rule: childText(node, 'RiskId'), title: childText(node, 'Rationale') ?? childText(node, 'RiskId'),
      description: [childText(node, 'Category'), childText(node, 'Model')].filter((t) => t !== null).join(': '),
      severity: points, derived: points === null ? null : severityOf(Number(points)), identifiers: identifiersIn(childText(node, 'Rationale'), childText(node, 'RiskId')),
      host: { name, fqdns: [name ?? ''], netbios: of('NetBIOSName'), uuid: of('DomainSid') }, evidence: childTexts(child(node, 'Details'), 'string').join('\n'),
      lastSeen: of('GenerationDate'), record: `line ${line}`,
    }]
  },
}
