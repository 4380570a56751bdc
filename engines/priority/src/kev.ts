import { FeedError } from './epss.ts'

/** A flaw that is known to be exploited. CISA, Known Exploited Vulnerabilities catalog. */
export interface KnownExploited {
  readonly cve: string
  readonly name: string
  readonly vendor: string
  readonly product: string
  /** ISO 8601 days. */
  readonly added: string
  readonly due: string | null
  readonly ransomware: boolean
}

export interface KevCatalog {
  readonly version: string | null
  readonly released: string | null
  readonly entries: readonly KnownExploited[]
}

const isMap = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null && !Array.isArray(value)
const said = (value: unknown): string => (typeof value === 'string' ? value.trim() : '')
const day = (value: unknown): string | null => (/^\d{4}-\d\d-\d\d$/.test(said(value)) ? said(value) : null)

/** The catalog as CISA publishes it (JSON). Throws `FeedError` naming the entry and the field. O(entries). */
export const readKev = (document: unknown): KevCatalog => {
  if (!isMap(document) || !Array.isArray(document.vulnerabilities)) throw new FeedError('vulnerabilities', 'expected a list', '应为列表')
  const entries = document.vulnerabilities.map((one: unknown, i): KnownExploited => {
    const entry = isMap(one) ? one : {}
    const added = day(entry.dateAdded)
    if (!/^CVE-\d{4}-\d{4,}$/.test(said(entry.cveID))) throw new FeedError(`vulnerabilities[${i}].cveID`, `"${said(entry.cveID).slice(0, 40)}" is no CVE number`, `“${said(entry.cveID).slice(0, 40)}”不是 CVE 编号`)
    if (added === null) throw new FeedError(`vulnerabilities[${i}].dateAdded`, 'expected a day as YYYY-MM-DD', '应为 YYYY-MM-DD 格式的日期')
    return {
      cve: said(entry.cveID), name: said(entry.vulnerabilityName), vendor: said(entry.vendorProject), product: said(entry.product), added, due: day(entry.dueDate),
      ransomware: said(entry.knownRansomwareCampaignUse).toLowerCase() === 'known',
    }
  })
  return { version: said(document.catalogVersion) || null, released: said(document.dateReleased) || null, entries }
}
