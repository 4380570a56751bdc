import type { Draft } from './draft.ts'
import type { Severity } from './finding.ts'
import { cweOf, identifiersIn, joined } from './identifiers.ts'
import { severityOfWord } from './severity.ts'
import { firstAddress, labelled, linksIn, plain, together } from './web.ts'

const risks: readonly Severity[] = ['none', 'low', 'medium', 'high']

/** An alert of ZAP in one place, by the names that its XML and JSON share. */
export interface ZapAlert {
  /** A text of the alert, and of the instance. */
  readonly alert: (...names: readonly string[]) => string | null
  readonly instance: (...names: readonly string[]) => string | null
  readonly tags: readonly (string | null)[]
  readonly site: string | null
  readonly time: string | null
  readonly record: string
}

/** https://www.zaproxy.org/docs/desktop/addons/report-generation/report-traditional-xml/ and -plus */
export const draftOfZap = ({ alert, instance, tags, site, time, record }: ZapAlert): Draft => {
  const method = instance('method')
  const uri = instance('uri', 'url')
  const wasc = Number(alert('wascid') ?? 0)
  const message = (part: 'request' | 'response') => together(instance(`${part}header`, `${part}-header`), instance(`${part}body`, `${part}-body`))
  return {
    rule: alert('alertRef', 'pluginid', 'pluginId'),
    title: alert('name', 'alert'),
    description: plain(alert('desc', 'description')),
    solution: plain(alert('solution')),
    references: linksIn(alert('reference')),
    identifiers: joined(
      { cwe: cweOf(alert('cweid')), other: wasc > 0 ? [`WASC-${wasc}`] : [] },
      identifiersIn(alert('name', 'alert'), alert('desc', 'description'), alert('reference'), alert('otherinfo', 'other'), instance('otherinfo'), ...tags),
    ),
    severity: alert('riskdesc', 'risk'),
    derived: risks[Number(alert('riskcode') ?? Number.NaN)] ?? severityOfWord(alert('riskdesc', 'risk')?.split('(')[0]),
    stance: alert('confidence') === '0' || /^false positive$/i.test(alert('confidence') ?? '') ? 'false-positive' : 'open',
    ...firstAddress(uri, site),
    evidence: labelled({
      Method: method, Parameter: instance('param'), Attack: instance('attack'), Evidence: instance('evidence'),
      'Other information': plain(instance('otherinfo', 'other') ?? alert('otherinfo')), Request: message('request'), Response: message('response'),
    }),
    lastSeen: time,
    record,
  }
}
