import './rating.css'
import { useLocale } from '@heng/web-kit'
import type { Rating } from '../../../contract/index.ts'
import { useMethod } from '../../base/useMethod.ts'

/** A rating in one glance: each factor with its value, and why. */
export const RatingView = ({ rating }: { readonly rating: Rating }) => {
  const locale = useLocale()
  const { inForce } = useMethod()
  const nameOf = (id: string) => inForce?.method.definition.factors.find((f) => f.id === id)?.title[locale] ?? id
  return (
    <span>
      {Object.entries(rating.factors).map(([id, value]) => (
        <span key={id} className="rk-factor-value">
          {nameOf(id)} <b className="hg-figure">{value ?? '–'}</b>
        </span>
      ))}
      <span className="hg-prose hg-muted">{rating.rationale}</span>
    </span>
  )
}
