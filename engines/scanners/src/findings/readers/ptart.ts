import { cweOf, identifiersIn, joined } from '../identifiers.ts'
import { at, list, pointer, text, texts } from '../nodes.ts'
import type { JsonReader } from '../reader.ts'
import { addressOf } from '../web.ts'

/** 1 is the worst. */
const levels = [null, 'critical', 'high', 'medium', 'low', 'none'] as const

/** PTART, JSON of a penetration test: one finding for each hit of each assessment, and of each retest by its status. https://github.com/certmichelin/PTART */
export const reader: JsonReader = {
  id: 'ptart',
  name: 'PTART',
  kind: 'json',
  detect: (head) => head.keys.has('assessments') && ['executive_summary', 'engagement_overview', 'pentesters', 'retests', 'methodologies'].some((key) => head.keys.has(key)),
  paths: [['assessments', '*', 'hits', '*'], ['retests', '*', 'hits', '*']],
  needsContext: true,
  read: ({ value, keys, path }, { context }) => {
    const hit = path === 0 ? value : at(value, 'original_hit') ?? value
    const of = (...names: string[]) => text(hit, ...names)
    const above = at(context, keys[0]!, keys[1]!)
    const status = path === 0 ? null : text(value, 'status')
    const level = Number(of('severity') ?? 0)
    const asset = of('asset')
    return [{
      rule: of('id'), title: of('title'), description: [of('body'), path === 0 ? null : text(value, 'body')].filter((t) => t !== null).join('\n\n'), solution: of('remediation'),
      references: list(hit, 'references').flatMap((r) => [text(r, 'url')]), cvss: [{ vector: of('cvss_vector'), score: of('cvss_score') }], severity: of('severity'),
      derived: levels[level] ?? null,
      identifiers: joined({ cwe: list(hit, 'cwes').flatMap((c) => cweOf(text(c, 'cwe_id'))) }, identifiersIn(of('title'), ...texts(hit, 'labels'))),
      stance: status === 'F' ? 'fixed' : 'open',
      host: asset === null ? null : (addressOf(asset).host ?? { name: asset }), url: asset !== null && /^https?:/.test(asset) ? asset : null,
      evidence: [text(above, 'title') ?? text(above, 'name'), ...texts(hit, 'labels'), status].filter((t) => t !== null).join('\n'),
      firstSeen: of('added'), lastSeen: path === 0 ? text(context, 'end_date') : text(above, 'end_date'), record: pointer(keys),
    }]
  },
}
