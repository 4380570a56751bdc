import './standing.css'
import { formatNumber, useLocale, useOrgPath, useText } from '@heng/web-kit'
import { Link } from '@tanstack/react-router'
import { standings, type Standing } from '../../contract/index.ts'
import { messages } from '../../locales/index.ts'

export interface BarProps {
  readonly title?: string
  readonly counts: Readonly<Record<Standing, number>>
  /** Field of the position that these counts are of, and the line that they belong to. */
  readonly field: string
  readonly filter?: Readonly<Record<string, string>>
}

const inOrder = standings.toReversed().filter((s) => s !== 'notAssessed')

/** How many risks stand inside appetite, between the limits, beyond, and unknown; every figure leads to its risks. */
export const Bar = ({ title, counts, field, filter = {} }: BarProps) => {
  const names = useText(messages).nouns.appetitePosition.values.standing
  const locale = useLocale()
  const path = useOrgPath()
  const shown = [...inOrder, 'notAssessed' as const]
  return (
    <div>
      {title !== undefined && <small>{title}</small>}
      <div className="ap-bar" aria-hidden="true">
        {shown.map((standing) => counts[standing] > 0 && <span key={standing} data-standing={standing} style={{ flexGrow: counts[standing] }} />)}
      </div>
      <div className="ap-counts">
        {shown.map((standing) => counts[standing] > 0 && (
          <Link key={standing} to={path('appetite-positions')} search={{ ...filter, [`filter[${field}]`]: standing } as never}>{names[standing]} {formatNumber(counts[standing], locale)}</Link>
        ))}
      </div>
    </div>
  )
}
