import './rating.css'
import { fill, type Locale } from '@heng/contract'
import { formatPercent, OrgLink, useLocale, useOrg, useText } from '@heng/web-kit'
import { useQuery } from '@tanstack/react-query'
import { messages } from '../../../locales/index.ts'
import { api } from '../../base/api.ts'

type Words = (typeof messages)['en']['pages']['rating']['scans']

interface Leading {
  readonly reference: string
  readonly title: string
  readonly severity: string | null
  readonly epss: number | null
  readonly exploited: boolean
}

/** Why the level is what it is, in one sentence. */
const whyOf = (t: Words, locale: Locale, leading: Leading | null): string => {
  if (leading === null) return t.clean
  const { reference, title, severity, epss, exploited } = leading
  const parts = [severity === null ? null : t.severity[severity as keyof Words['severity']], exploited ? t.exploited : null, epss === null ? null : fill(t.epss, { share: formatPercent(epss, locale) })]
  return fill(t.because, { reference, title, why: parts.filter((part) => part !== null).join(t.comma) })
}

/** What scans say of the risk's assets, as a proposal for a factor; undefined where there is nothing to say. */
export const useScanEvidence = (risk: string) => {
  const t = useText(messages).pages.rating.scans
  const locale = useLocale()
  const org = useOrg()
  const { data } = useQuery(api.risk.exposure.queryOptions({ input: { org, id: risk } }))
  if (data === undefined || data.assets.length === 0) return undefined
  const [worst] = data.assets
  return { ...data, worst: worst!, why: whyOf(t, locale, worst!.leading) }
}
export type ScanEvidenceOf = NonNullable<ReturnType<typeof useScanEvidence>>

export interface ScanEvidenceProps {
  readonly evidence: ScanEvidenceOf
  readonly value: number | null | undefined
  readonly max: number
  readonly onTake: (level: number, why: string) => void
}

/** The proposal beside the factor: the level, why, on which asset; people take it over or do not. */
export const ScanEvidence = ({ evidence: { level, worst, why, assetsInAll, notScanned, isTechnical }, value, max, onTake }: ScanEvidenceProps) => {
  const t = useText(messages).pages.rating.scans
  const link = `vulnerabilities?filter[asset]=${worst.id}`
  if (level === null) return isTechnical ? <p className="rk-suggestion">{t.none}</p> : null
  const said = fill(t.say, { level, why })
  return (
    <p className="rk-suggestion" data-from="scans">
      {said} {assetsInAll > 1 && <>{fill(t.on, { asset: worst.name, count: assetsInAll })} </>}
      {notScanned > 0 && <>{fill(t.notScanned, { count: notScanned })} </>}
      {!isTechnical && <>{t.other} </>}
      <OrgLink to={link}>{t.show}</OrgLink>
      {value !== level && level <= max && <button type="button" className="hg-text-button" onClick={() => onTake(level, said)}>{fill(t.take, { level })}</button>}
    </p>
  )
}
