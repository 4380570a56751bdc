import { useRef } from 'react'
import { Checkbox } from 'antd'
import { themes, type WorkingLine } from '../../contract/index.ts'
import type { LineSelection } from '../bulk/useLineSelection.ts'
import type { SaveLine } from '../useLines.ts'
import { useWords } from '../words.ts'
import { LineRow } from './LineRow.tsx'
import { useRowActions } from './useRowActions.ts'

export interface LinesProps {
  readonly lines: readonly WorkingLine[]
  readonly save: SaveLine
  readonly selection: LineSelection
  readonly open: string | undefined
  readonly onOpen: (id: string) => void
}

const columns = ['ref', 'control', 'applicable', 'why', 'implementation', 'description', 'document'] as const

/** The statement as a table by theme, made to be worked through by keyboard. */
export const LineTable = ({ lines, save, selection, open, onOpen }: LinesProps) => {
  const { t, text } = useWords()
  const root = useRef<HTMLTableElement>(null)
  const { actions, active, editing } = useRowActions({ lines, save, select: selection.toggle, onOpen, root })
  return (
    <>
      <div className="sa-table">
        <table ref={root} aria-label={t.table.label}>
          <colgroup>
            {selection.possible && <col className="sa-col-choose" />}
            {[...columns, 'links'].map((c) => (
              <col key={c} className={`sa-col-${c}`} />
            ))}
          </colgroup>
          <thead>
            <tr>
              {selection.possible && (
                <th scope="col">
                  <Checkbox
                    aria-label={t.bulk.chooseAll}
                    checked={selection.all}
                    indeterminate={selection.lines.length > 0 && !selection.all}
                    onChange={selection.toggleAll}
                  />
                </th>
              )}
              {columns.map((c) => (
                <th key={c} scope="col">
                  {t.table[c]}
                </th>
              ))}
              <th scope="col" title={`${t.table.controls} · ${t.table.risks}`}>
                {t.table.links}
              </th>
            </tr>
          </thead>
          {themes.map((theme) => {
            const own = lines.filter((l) => l.theme === theme)
            if (own.length === 0) return null
            return (
              <tbody key={theme}>
                <tr className="sa-theme">
                  <th scope="rowgroup" colSpan={selection.possible ? 9 : 8}>
                    {text.soa.themes[theme]} <span className="hg-muted">{own.length}</span>
                  </th>
                </tr>
                {own.map((line) => (
                  <LineRow
                    key={line.id}
                    line={line}
                    active={line.id === active}
                    open={line.id === open}
                    chosen={selection.possible ? selection.has(line.id) : undefined}
                    editing={editing?.id === line.id ? editing.field : undefined}
                    actions={actions}
                  />
                ))}
              </tbody>
            )
          })}
        </table>
      </div>
      <p className="sa-keys hg-key-help hg-muted">{selection.possible ? t.table.keys : t.table.keysFrozen}</p>
    </>
  )
}
