import { fill } from '@heng/contract'
import { useRef, useState, type KeyboardEvent } from 'react'
import type { Letter } from '../../contract/index.ts'
import { usePages } from '../text.ts'
import { CellMenu } from './CellMenu.tsx'
import { Problems } from './Problems.tsx'
import type { Matrix, MatrixRow } from './useMatrix.ts'

interface MatrixGridProps {
  readonly matrix: Matrix
  readonly rows: readonly MatrixRow[]
  readonly onOpen: (id: string) => void
}
interface Place {
  readonly row: number
  readonly column: number
}

const typed: Readonly<Record<string, Letter | null>> = { r: 'R', a: 'A', c: 'C', i: 'I', delete: null, backspace: null }
const moves: Readonly<Record<string, readonly [number, number]>> = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1], Home: [0, -99], End: [0, 99] }
const within = (value: number, count: number): number => Math.min(count - 1, Math.max(0, value))

/** `A` on a cell that has `R` (or the other way round) means both. */
const combined = (now: Letter | null, letter: Letter | null): Letter | null =>
  (now === 'R' && letter === 'A') || (now === 'A' && letter === 'R') ? 'AR' : letter

/**
 * The matrix as a grid after WAI-ARIA APG: one cell is in the tab order, arrows move, letters set, Enter opens the choice.
 */
export const MatrixGrid = ({ matrix, rows, onOpen }: MatrixGridProps) => {
  const t = usePages().matrix
  const { columns, letterOf, set, mayWrite } = matrix
  const table = useRef<HTMLTableElement>(null)
  const [at, setAt] = useState<Place>({ row: 0, column: 0 })
  const [choosing, setChoosing] = useState<Place>()

  const cell = ({ row, column }: Place) => table.current?.querySelector<HTMLElement>(`[data-cell="${row}-${column}"]`) ?? null
  const go = (to: Place) => {
    setAt(to)
    cell(to)?.focus()
  }
  const choose = (place: Place, letter: Letter | null) => {
    const [row, column] = [rows[place.row]!, columns[place.column]!]
    void set(row, column.holder, letter)
  }
  const onKeyDown = (event: KeyboardEvent, place: Place) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const move = moves[event.key]
    const letter = typed[event.key.toLowerCase()]
    if (move !== undefined) go({ row: within(place.row + move[0], rows.length), column: within(place.column + move[1], columns.length) })
    else if (mayWrite && letter !== undefined) choose(place, combined(letterOf(rows[place.row]!, columns[place.column]!.holder), letter))
    else return
    event.preventDefault()
  }

  return (
    <div className="or-grid-scroll">
      <table ref={table} role="grid" className="or-grid" aria-label={t.title} aria-readonly={!mayWrite}>
        <thead>
          <tr>
            <th scope="col" className="or-grid-first">{t.activity}</th>
            {columns.map(({ holder, label }) => <th key={holder} scope="col"><span>{label}</span></th>)}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, y) => (
            <tr key={row.id}>
              <th scope="row" className="or-grid-first">
                <button type="button" className="or-open" onClick={() => onOpen(row.id)}>{row.name}</button>
                {row.clause !== null && <span className="hg-reference"> {row.clause}</span>}
                {row.problems.length > 0 && <Problems problems={row.problems} />}
              </th>
              {columns.map(({ holder, label }, x) => {
                const letter = letterOf(row, holder)
                const name = fill(t.cell, { activity: row.name, holder: label, letter: letter === null ? t.letters.none : letter === 'AR' ? t.letters.AR : `${letter} ${t.letters[letter]}` })
                return (
                  <td key={holder} role="gridcell">
                    <button
                      type="button"
                      data-cell={`${y}-${x}`}
                      className="or-cell"
                      aria-label={name}
                      aria-haspopup={mayWrite ? 'menu' : undefined}
                      aria-disabled={!mayWrite}
                      tabIndex={at.row === y && at.column === x ? 0 : -1}
                      onFocus={() => setAt({ row: y, column: x })}
                      onKeyDown={(event) => onKeyDown(event, { row: y, column: x })}
                      onClick={() => mayWrite && setChoosing({ row: y, column: x })}
                    >
                      {letter !== null && <span className="or-letter" data-letter={letter}>{letter === 'AR' ? 'A·R' : letter}</span>}
                    </button>
                  </td>
                )
              })}
            </tr>
          ))}
        </tbody>
      </table>
      {choosing !== undefined && (
        <CellMenu
          anchor={cell(choosing)}
          current={letterOf(rows[choosing.row]!, columns[choosing.column]!.holder)}
          onChoose={(letter) => choose(choosing, letter)}
          onClose={() => {
            const back = cell(choosing)
            setChoosing(undefined)
            back?.focus()
          }}
        />
      )}
    </div>
  )
}
