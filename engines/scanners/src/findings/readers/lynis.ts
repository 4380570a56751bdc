import type { Draft } from '../draft.ts'
import type { Severity } from '../finding.ts'
import { identifiersIn } from '../identifiers.ts'
import { hostOf, isLoopback } from '../network.ts'
import type { TextReader } from '../reader.ts'

const kinds: Readonly<Record<string, Severity>> = { warning: 'medium', suggestion: 'low', vulnerable_package: 'high', exception_event: 'none', exception: 'none',
  manual_event: 'none', manual: 'none', compliance_findings: 'medium' }

const about = ['hostname', 'os_fullname', 'os', 'os_name', 'os_version', 'hostid2', 'hostid', 'report_datetime_start', 'report_datetime_end'] as const
const many = ['network_ipv4_address[]', 'network_ipv6_address[]', 'network_mac_address[]'] as const

/**
 * Lynis, `report.dat`: one finding for each warning, suggestion, vulnerable package and manual or failed check. Told at the end, as what the host is may
 * stand after them. https://cisofy.com/documentation/lynis/ (report file)
 */
export const reader: TextReader = {
  id: 'lynis',
  name: 'Lynis',
  kind: 'text',
  detect: (head) => /^#? ?Lynis Report/i.test(head.text.trimStart()) || (/^report_version_major=/m.test(head.text) && /^(?:lynis_version|auditor|hostid2?)=/m.test(head.text)),
  begin: () => {
    const found: { kind: string; fields: string[]; number: number }[] = []
    const facts = new Map<string, string>()
    const lists = new Map<string, string[]>(many.map((name) => [name, []]))
    const drafts = (): Draft[] => {
      const fact = (name: (typeof about)[number]) => facts.get(name) ?? null
      const host = {
        ...hostOf(fact('hostname')), ips: [...lists.get('network_ipv4_address[]')!, ...lists.get('network_ipv6_address[]')!].filter((ip) => !isLoopback(ip)),
          macs: lists.get('network_mac_address[]')!, uuid: fact('hostid2') ?? fact('hostid'),
        os: fact('os_fullname') ?? [fact('os_name') ?? fact('os'), fact('os_version')].filter((t) => t !== null).join(' '),
      }
      const time = { firstSeen: fact('report_datetime_start'), lastSeen: fact('report_datetime_end') }
      return found.map(({ kind, fields, number }) => {
        const common = { severity: kind, derived: kinds[kind]!, host, ...time, record: `line ${number}` }
        if (kind === 'vulnerable_package') return { ...common, title: `Vulnerable package: ${fields.join(' ')}`, rule: 'PKGS',
          component: { name: fields[0]!, version: fields[1] ?? null }, identifiers: identifiersIn(fields.join(' ')) }
        const [rule, title, details, solution] = fields.map((field) => (field === '-' ? '' : field))
        const isRule = /^[A-Z0-9]+-\d+/.test(rule ?? '')
        return { ...common, rule: isRule ? rule : null, title: isRule ? title : fields.join(' '), evidence: isRule ? details : null,
          solution: isRule ? solution?.replace(/^text:/, '') : null, identifiers: identifiersIn(fields.join(' ')) }
      })
    }
    return (line, number) => {
      if (line === null) return drafts()
      const cut = line.indexOf('=')
      if (cut < 0 || line.startsWith('#')) return []
      const [name, value] = [line.slice(0, cut), line.slice(cut + 1).trim()]
      const kind = name.replace(/\[\]$/, '')
      if (name.endsWith('[]') && Object.hasOwn(kinds, kind)) found.push({ kind, fields: value.replace(/\|+$/, '').split('|').map((f) => f.trim()), number })
      else if (lists.has(name)) lists.get(name)!.push(value)
      else if ((about as readonly string[]).includes(name)) facts.set(name, value)
      return []
    }
  },
}
