import type { Json } from '../../input/jsonRecords.ts'
import { advisories, labelled, lines } from '../advisories.ts'
import { productsOf, saidOf } from '../csaf.ts'
import type { Draft } from '../draft.ts'
import type { Stance } from '../finding.ts'
import { cweOf, joined } from '../identifiers.ts'
import { at, list, pointer, text, texts } from '../nodes.ts'
import type { JsonReader } from '../reader.ts'

const stances: Readonly<Record<string, Stance>> = {
  known_affected: 'open', first_affected: 'open', last_affected: 'open', under_investigation: 'open', unknown: 'open',
  fixed: 'fixed', first_fixed: 'fixed', recommended: 'fixed', known_not_affected: 'not-affected',
}

/** Products by what is said of them, each once for each stance. */
const statusesOf = (vulnerability: Json): { product: string; statuses: string[]; stance: Stance }[] => {
  const found = new Map<string, { product: string; statuses: string[]; stance: Stance }>()
  for (const [status, stance] of Object.entries(stances)) {
    for (const product of texts(vulnerability, 'product_status', status)) {
      const key = `${stance} ${product}`
      const before = found.get(key)
      if (before === undefined) found.set(key, { product, statuses: [status], stance })
      else before.statuses.push(status)
    }
  }
  return [...found.values()]
}

/** Scores of CSAF 2.0 (`scores`) and 2.1 (`metrics`). */
const cvssOf = (said: readonly Json[]): NonNullable<Draft['cvss']> =>
  said.flatMap((one) => [one, at(one, 'content')]).flatMap((one) => ['cvss_v4', 'cvss_v3', 'cvss_v2'].map((key) => at(one, key))).map((one) => {
    const version = text(one, 'version')
    const told = version === '2.0' || version === '3.0' || version === '3.1' || version === '4.0' ? version : null
    return { ...(told === null ? {} : { version: told }), vector: text(one, 'vectorString'), score: text(one, 'baseScore') }
  })

const severityOf = (scores: readonly Json[], threats: readonly Json[], context: Json): string | null =>
  threats.filter((threat) => text(threat, 'category') === 'impact').map((threat) => text(threat, 'details')).find((told) => told !== null && told.length <= 30)
  ?? scores.flatMap((one) => [one, at(one, 'content')]).flatMap((one) => ['cvss_v4', 'cvss_v3'].map((key) => text(one, key, 'baseSeverity'))).find((told) => told !== null)
  ?? text(context, 'document', 'aggregate_severity', 'text')

/** CSAF 2.0 and 2.1, advisories and VEX: one finding for each vulnerability, product and what is said of it. OASIS, https://docs.oasis-open.org/csaf/csaf/v2.0/csaf-v2.0.html */
export const reader: JsonReader = {
  id: 'csaf',
  name: 'CSAF',
  kind: 'json',
  detect: ({ keys, text: head }) => keys.has('document') && /"(?:csaf_version"\s*:|category"\s*:\s*"csaf_)/.test(head),
  paths: [['vulnerabilities', '*']],
  needsContext: true,
  read: ({ value: vulnerability, keys }, { context }) => {
    const products = productsOf(context)
    const every = [...list(vulnerability, 'scores'), ...list(vulnerability, 'metrics')]
    const scores = saidOf(every, products)
    const [remediations, threats, flags] = ['remediations', 'threats', 'flags'].map((key) => saidOf(list(vulnerability, key), products))
    const ids = list(vulnerability, 'ids').map((one) => text(one, 'text'))
    const id = text(vulnerability, 'cve') ?? ids.find((one) => one !== null) ?? text(context, 'document', 'tracking', 'id')
    const notes = list(vulnerability, 'notes')
    const common: Draft = {
      rule: id,
      title: text(vulnerability, 'title') ?? id,
      description: lines(...notes.filter((note) => text(note, 'category') !== 'legal_disclaimer').map((note) => text(note, 'text'))),
      references: [...list(vulnerability, 'references'), ...list(context, 'document', 'references')].map((one) => text(one, 'url')),
      identifiers: joined(
        advisories(text(vulnerability, 'cve'), ...ids, text(context, 'document', 'tracking', 'id')),
        { cwe: [at(vulnerability, 'cwe'), ...list(vulnerability, 'cwes')].flatMap((one) => cweOf(text(one, 'id'))) },
      ),
      firstSeen: text(vulnerability, 'discovery_date') ?? text(vulnerability, 'release_date') ?? text(context, 'document', 'tracking', 'initial_release_date'),
      lastSeen: text(context, 'document', 'tracking', 'current_release_date'),
      record: pointer(keys),
    }
    const said = (product: string) => {
      const fixes = remediations!(product)
      return {
        solution: lines(...fixes.map((one) => `${text(one, 'category') ?? 'remediation'}: ${text(one, 'details') ?? ''}`)),
        references: [...(common.references ?? []), ...fixes.map((one) => text(one, 'url'))],
        cvss: cvssOf(scores(product)),
        severity: severityOf(scores(product), threats!(product), context),
        evidence: lines(...threats!(product).map((one) => labelled(text(one, 'category') ?? 'threat', text(one, 'details'))),
          ...flags!(product).map((one) => labelled('Justification', text(one, 'label')))),
      }
    }
    const statuses = statusesOf(vulnerability)
    if (statuses.length === 0) {
      return [{ ...common, ...said(''), cvss: cvssOf(every), severity: severityOf(every, threats!(''), context) }]
    }
    return statuses.map(({ product, statuses: told, stance }) => {
      const more = said(product)
      return { ...common, ...more, stance, component: products.byId.get(product) ?? { name: product }, evidence: lines(labelled('Status', told.join(', ')), more.evidence) }
    })
  },
}
