import './plan.css'
import { OrgLink, useText } from '@heng/web-kit'
import { Alert } from 'antd'
import type { PlanContent } from '../../contract/index.ts'
import { messages } from '../../locales/index.ts'

export interface GapsProps {
  readonly gaps: readonly { readonly code: string; readonly ids: readonly string[] }[]
  readonly content: PlanContent
}

/** What risk owners could not judge without; each gap leads to the records that have it. */
export const Gaps = ({ gaps, content }: GapsProps) => {
  const t = useText(messages).pages.plan
  const names = t.gap as Readonly<Record<string, string>>
  const place = new Map<string, { readonly to: string; readonly reference: string }>([
    ...content.plannedRisks.rows.map((r) => [r.id, { to: `risks/${r.id}`, reference: r.reference }] as const),
    ...content.plannedMeasures.rows.map((m) => [m.id, { to: `treatment-measures/${m.id}`, reference: m.reference }] as const),
  ])
  if (gaps.length === 0) return <Alert className="rk-notice" type="success" showIcon title={t.complete} />
  return (
    <Alert
      className="rk-notice" type="warning" showIcon title={t.gaps}
      description={
        <ul className="rk-bullets">
          {gaps.map(({ code, ids }) => (
            <li key={code}>
              {names[code] ?? code}
              {ids.slice(0, 10).map((id) => {
                const found = place.get(id)
                return found === undefined ? null : <OrgLink key={id} to={found.to} className="rk-gap-link">{found.reference}</OrgLink>
              })}
              {ids.length > 10 && ` +${ids.length - 10}`}
            </li>
          ))}
        </ul>
      }
    />
  )
}
