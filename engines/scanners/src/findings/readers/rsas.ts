import type { XmlNode, XmlOpen } from '../../input/xmlRecords.ts'
import type { Draft } from '../draft.ts'
import { identifiersIn, joined } from '../identifiers.ts'
import { child, childText, childTexts, children } from '../nodes.ts'
import type { XmlReader } from '../reader.ts'
import { cncveIn, severityOfPoints } from '../rsas.ts'
import { addressOf, hostNamed } from '../web.ts'

/** Elements of a flaw in which its numbers stand; older versions write other ones. */
const numbered = ['cve_id', 'cnnvd', 'cnvd', 'cnnvd_id', 'cnvd_id', 'cve', 'name']

const bugtraqOf = (detail: XmlNode | undefined): string[] => childTexts(detail, 'bugtraq_id').map((n) => (/^\d+$/.test(n) ? `BID-${n}` : n))

const flawOf = (detail: XmlNode | undefined) => {
  const text = (name: string) => childText(detail, name)
  return {
    rule: text('plugin_id') ?? text('vul_id'), title: text('name'), description: text('description'), solution: text('solution'),
    identifiers: joined(identifiersIn(...numbered.flatMap((name) => childTexts(detail, name))), { other: [...cncveIn(text('cncve')), ...bugtraqOf(detail)] }),
    cvss: [{ vector: text('cvss_vector'), score: text('cvss') ?? text('cvss_score') }],
    severity: text('risk_points'), derived: severityOfPoints(text('risk_points')),
  }
}

const placeOf = (target: XmlNode): Pick<Draft, 'host' | 'service' | 'url'> => {
  const site = childText(target, 'site')
  return site === null ? { host: hostNamed(childText(target, 'ip')) } : addressOf(site.includes('//') ? site : `http://${site}`)
}

const timesOf = (above: readonly XmlOpen[]): Pick<Draft, 'firstSeen' | 'lastSeen'> => {
  const task = above.map((open) => child(open, 'task')).find((found) => found !== undefined)
  return { firstSeen: childText(task, 'time_start_scan'), lastSeen: childText(task, 'time_end_scan') }
}

/**
 * 绿盟 RSAS (NSFOCUS Remote Security Assessment System), task report in XML: one finding for each flaw on each port of each host or site, and for each weak password
 * (whose account is told, not the password). Flaws that are described but were not scanned anywhere are findings of the host.
 */
export const reader: XmlReader = {
  id: 'rsas',
  name: '绿盟 RSAS',
  kind: 'xml',
  detect: (head) => head.root === 'aurora',
  shape: { records: ['targets/target'], context: ['report/task'] },
  read: ({ node: target, above, line }) => {
    const [place, times, record] = [placeOf(target), timesOf(above), `line ${line}`]
    const details = new Map(children(child(target, 'vuln_detail'), 'vuln').map((detail) => [childText(detail, 'vul_id'), detail] as const))
    const scanned = children(child(target, 'vuln_scanned'), 'vuln')
    const seen = new Set(scanned.map((vuln) => childText(vuln, 'vul_id')))
    const found: Draft[] = scanned.map((vuln) => {
      const port = childText(vuln, 'port')
      const own = port === null ? place.service : { port: Number(port), protocol: childText(vuln, 'protocol'), name: childText(vuln, 'service') }
      const flaw = flawOf(details.get(childText(vuln, 'vul_id')))
      const evidence = childText(vuln, 'mess_string')
      const [rule, title, url] = [flaw.rule ?? childText(vuln, 'vul_id'), flaw.title ?? evidence, childText(vuln, 'url') ?? place.url]
      return { ...flaw, rule, title, ...place, ...times, service: own ?? null, evidence, url, record }
    })
    const unplaced: Draft[] = [...details].filter(([id]) => !seen.has(id)).map(([, detail]) => ({ ...flawOf(detail), ...place, ...times, record }))
    const weak: Draft[] = children(child(target, 'password_results'), 'password_result').map((result) => {
      const type = childText(result, 'type')
      const at = scanned.find((vuln) => type !== null && childText(vuln, 'service')?.toLowerCase() === type.toLowerCase())
      const port = childText(at, 'port')
      const service = { port: port === null ? null : Number(port), protocol: childText(at, 'protocol'), name: type }
      return { title: `弱口令：${type ?? ''}`, rule: 'password_result', derived: 'high', ...place, ...times, service, evidence: childText(result, 'username'), record }
    })
    return [...found, ...unplaced, ...weak]
  },
}
