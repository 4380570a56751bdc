import { formatPercent, useLocale } from '@heng/web-kit'
import { useId, type ReactNode } from 'react'
import { Count, type Search } from './links.tsx'

export interface BarLine {
  readonly key: string
  readonly name: string
  readonly label: ReactNode
  readonly value: number
  readonly search: Search
}

/** Counts with a bar each: a table whose drawing is beside the number, so that nobody needs the drawing. */
export const Bars = ({ title, lines }: { readonly title: string; readonly lines: readonly BarLine[] }) => {
  const id = useId()
  const locale = useLocale()
  const most = Math.max(1, ...lines.map(({ value }) => value))
  const all = lines.reduce((sum, { value }) => sum + value, 0)
  return (
    <section className="vo-part" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <table className="vo-bars" aria-labelledby={id}>
        <tbody>
          {lines.map(({ key, name, label, value, search }) => (
            <tr key={key}>
              <th scope="row">{label}</th>
              <td><Count value={value} search={search} label={name} /></td>
              <td className="hg-muted">{all > 0 && formatPercent(value / all, locale)}</td>
              <td aria-hidden="true"><i data-key={key} style={{ width: `${(100 * value) / most}%` }} /></td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
