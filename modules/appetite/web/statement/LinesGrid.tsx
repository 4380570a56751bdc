import '../base/base.css'
import './limits.css'
import { EditOutlined, PlusOutlined } from '@ant-design/icons'
import { fill } from '@heng/contract'
import { Scroll, useText } from '@heng/web-kit'
import { categoryKey, type Category, type Line } from '../../contract/index.ts'
import { messages } from '../../locales/index.ts'
import { useCategory } from '../base/useCategory.ts'
import { useUnits } from '../base/useUnits.ts'
import { LimitText } from './LimitText.tsx'

export interface LinesGridProps {
  readonly lines: readonly Line[]
  readonly currency: string
  readonly percentile: number | null
  /** Opens a line, or the place of one that is not there yet. */
  readonly edit?: ((line: Line | { readonly category: Category; readonly unit: string | null }) => void) | undefined
}

/** The statement as a grid: categories down, units across, the whole organisation first; each cell in words. */
export const LinesGrid = ({ lines, currency, percentile, edit }: LinesGridProps) => {
  const t = useText(messages).pages.statement
  const { nameOf, groups, whole } = useCategory()
  const units = useUnits()
  const order = groups.flatMap((g) => g.options.map((o) => o.value))
  const rows = [...new Map(lines.map((l) => [categoryKey(l.category), l.category])).values()].toSorted((a, b) => order.indexOf(categoryKey(a)) - order.indexOf(categoryKey(b)))
  const columns = [null, ...new Set(lines.flatMap((l) => l.unit ?? []))]
  const unitName = (unit: string | null) => (unit === null ? whole : units.nameOf(unit))
  const at = (category: Category, unit: string | null) => lines.find((l) => l.unit === unit && categoryKey(l.category) === categoryKey(category))
  return (
    <Scroll label={t.lines}>
      <table className="ap-table ap-grid">
        <thead>
          <tr>
            <th scope="col">{t.category}</th>
            {columns.map((unit) => <th key={unit} scope="col">{unitName(unit)}</th>)}
          </tr>
        </thead>
        <tbody>
          {rows.map((category) => (
            <tr key={categoryKey(category)}>
              <th scope="row">{nameOf(category)}</th>
              {columns.map((unit) => {
                const line = at(category, unit)
                const where = { category: nameOf(category), unit: unitName(unit) }
                const text = line !== undefined && <LimitText line={line} currency={currency} percentile={percentile} />
                if (edit === undefined) return <td key={unit}>{text || <span className="ap-cell-empty">–</span>}</td>
                return (
                  <td key={unit}>
                    <button type="button" className={line === undefined ? 'ap-cell ap-cell-empty' : 'ap-cell'} onClick={() => edit(line ?? { category, unit })}>
                      {text}
                      {line === undefined ? <><PlusOutlined aria-hidden="true" /> {t.none}</> : <EditOutlined aria-hidden="true" />}
                      <span className="hg-visually-hidden">{fill(line === undefined ? t.addAt : t.editAt, where)}</span>
                    </button>
                  </td>
                )
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  )
}
