import type { Block, Figures, HeatMap as HeatMapBlock, RichText } from '@heng/reports'
import { fill } from '@heng/contract'
import { HeatMap } from '@heng/web-kit'
import { useShown } from './shown.ts'
import { TableView } from './TableView.tsx'

/** Runs of a text; line breaks stay (`white-space: pre-line`). */
const Words = ({ text }: { readonly text: RichText }) =>
  typeof text === 'string' ? text : text.map((run, i) => (typeof run === 'string' ? run : run.strong === true ? <b key={i}>{run.text}</b> : run.text))

/** One block of a report. `label` names it for those who do not see where it stands. */
export const BlockView = ({ block, label }: { readonly block: Block; readonly label: string }) => {
  const { t } = useShown()
  switch (block.type) {
    case 'paragraph':
      return <p className="rp-text"><Words text={block.text} /></p>
    case 'note':
      return <p className="rp-note rp-text"><b>{t.note}</b> <Words text={block.text} /></p>
    case 'bullets':
      return <ul className="rp-bullets">{block.items.map((item, i) => <li key={i}><Words text={item} /></li>)}</ul>
    case 'key-values':
      return (
        <dl className="rp-facts">
          {block.items.map(({ key, value }, i) => (
            <div key={i}>
              <dt>{key}</dt>
              <dd className="rp-text"><Words text={value} /></dd>
            </div>
          ))}
        </dl>
      )
    case 'figures':
      return <FiguresView figures={block} />
    case 'heat-map':
      return <MapView map={block} />
    case 'table':
      return <TableView table={block} label={block.caption ?? label} />
    case 'side-by-side':
      return <div className="rp-side">{block.columns.map((blocks, i) => <div key={i}>{blocks.map((one, j) => <BlockView key={j} block={one} label={label} />)}</div>)}</div>
    case 'page-break':
      return null
  }
}

const FiguresView = ({ figures }: { readonly figures: Figures }) => (
  <ul className="rp-figures">
    {figures.items.map(({ label, value, note }) => (
      <li key={label}>
        <b>{value}</b>
        <span>{label}</span>
        {note !== undefined && <small>{note}</small>}
      </li>
    ))}
  </ul>
)

const MapView = ({ map }: { readonly map: HeatMapBlock }) => {
  const { report, t } = useShown()
  // The last key stands for a field that no level belongs to.
  const levels = (report.scales?.[map.scale]?.length ?? 1) - 1
  const at = (labels: readonly string[]) => labels.map((label, i) => ({ key: String(i), label }))
  return (
    <HeatMap
      caption={map.caption ?? ''} levels={levels} rows={{ title: map.rows.title, steps: at(map.rows.labels) }} columns={{ title: map.columns.title, steps: at(map.columns.labels) }}
      cell={(row, column) => {
        const cell = map.cells[Number(row)]?.[Number(column)]
        return {
          value: cell === undefined || cell.count === 0 ? '' : cell.count, level: cell === undefined || cell.level === '-' ? null : Number(cell.level),
          label: fill(t.level, { rows: map.rows.title, row: map.rows.labels[Number(row)], columns: map.columns.title, column: map.columns.labels[Number(column)] }),
        }
      }}
    />
  )
}
