import '../../base/base.css'
import { useText, type RecordPanelProps } from '@heng/web-kit'
import { Button, Segmented } from 'antd'
import { useState } from 'react'
import { messages } from '../../../locales/index.ts'
import type { Basis } from '../../../method/figures.ts'
import { CriteriaNotice } from '../../base/Notices.tsx'
import { useMethod } from '../../base/useMethod.ts'
import { basesInOrder } from '../ThreeLevels.tsx'
import { Explain } from './Explain.tsx'
import { RateForm } from './RateForm.tsx'

/** How the risk is rated, basis by basis: the form where it may be rated, and the calculation behind each figure. */
export const Component = ({ row }: RecordPanelProps) => {
  const t = useText(messages).pages.rating
  const { inForce } = useMethod()
  const [basis, setBasis] = useState<Basis>('current')
  const [rating, setRating] = useState(false)
  const may = row.allowed.includes('rate') && inForce !== null && basis !== 'residual'
  const rated = row[basis] != null
  const form = may && (rating || !rated)
  return (
    <div>
      <CriteriaNotice />
      <div className="rk-toolbar">
        <Segmented<Basis>
          aria-label={t.tab} value={basis} options={basesInOrder.map((value) => ({ value, label: t[value] }))}
          onChange={(next) => {
            setBasis(next)
            setRating(false)
          }}
        />
        {may && rated && !rating && <Button onClick={() => setRating(true)}>{t.rerate}</Button>}
      </div>
      {form ? <RateForm key={`${basis} ${row.version}`} row={row} basis={basis === 'inherent' ? 'inherent' : 'current'} inForce={inForce} onDone={() => setRating(false)} cancellable={rated} /> : <Explain row={row} basis={basis} />}
    </div>
  )
}
