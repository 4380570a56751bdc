import './rating.css'
import { useLocale } from '@heng/web-kit'
import type { Rating } from '../../../contract/index.ts'
import { useMethod } from '../../base/useMethod.ts'

/** A rating in one glance: each factor with its value, and why. */
export const RatingView = ({ rating }: { readonly rating: Rating }) => {
  const locale = useLocale()
  const { inForce } = useMethod()
  const known = inForce?.method.definition.factors ?? []
  const nameOf = (id: string) => known.find((f) => f.id === id)?.title[locale] ?? id
  const place = (id: string) => known.findIndex((f) => f.id === id)
  return (
    <span>
      {Object.entries(rating.factors).toSorted(([a], [b]) => place(a) - place(b)).map(([id, value]) => (
        <span key={id} className="rk-factor-value">
          {nameOf(id)} <b className="hg-figure">{value ?? '–'}</b>
        </span>
      ))}
      <span className="hg-prose hg-muted">{rating.rationale}</span>
    </span>
  )
}
