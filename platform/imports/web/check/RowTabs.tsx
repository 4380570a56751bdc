import { formatNumber, useLocale, useText, type NounKit } from '@heng/web-kit'
import { useState } from 'react'
import { rowActions, type RowAction } from '../../contract/index.ts'
import { messages } from '../../locales/index.ts'
import type { Details } from '../api.ts'
import { RowList } from './RowList.tsx'

interface Props {
  readonly kit: NounKit
  readonly details: Details
  readonly counts: NonNullable<Details['counts']>
  /** What is looked at first, as far as there are such rows. */
  readonly first: readonly RowAction[]
}

/** How many rows do what, and the rows themselves. */
export const RowTabs = ({ kit, details, counts, first }: Props) => {
  const t = useText(messages).page.check
  const locale = useLocale()
  const [chosen, setChosen] = useState<RowAction>()
  const shown = rowActions.filter((action) => action !== 'skip' || counts.skip > 0)
  const action = chosen ?? first.find((one) => counts[one] > 0) ?? 'create'
  const move = (step: number) => {
    const next = shown[(shown.indexOf(action) + step + shown.length) % shown.length]!
    setChosen(next)
    document.getElementById(`im-tab-${next}`)?.focus()
  }
  return (
    <section>
      <div className="im-tabs" role="tablist" aria-label={t.tabsLabel}>
        {shown.map((one) => (
          <button
            key={one}
            id={`im-tab-${one}`}
            type="button"
            role="tab"
            aria-selected={one === action}
            aria-controls="im-rows"
            tabIndex={one === action ? 0 : -1}
            data-kind={counts[one] > 0 ? one : undefined}
            onClick={() => setChosen(one)}
            onKeyDown={(event) => {
              if (event.key !== 'ArrowRight' && event.key !== 'ArrowLeft') return
              event.preventDefault()
              move(event.key === 'ArrowRight' ? 1 : -1)
            }}
          >
            <b className="hg-figure">{formatNumber(counts[one], locale)}</b>
            <span>{t.tabs[one]}</span>
          </button>
        ))}
      </div>
      <div id="im-rows" role="tabpanel" aria-labelledby={`im-tab-${action}`}>
        <RowList key={`${action} ${details.version}`} kit={kit} details={details} action={action} count={counts[action]} />
      </div>
    </section>
  )
}
