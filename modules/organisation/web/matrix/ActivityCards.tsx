import { EditOutlined } from '@ant-design/icons'
import { fill } from '@heng/contract'
import { Button, Modal, Select } from 'antd'
import { useState } from 'react'
import { letters, type Letter } from '../../contract/index.ts'
import { usePages } from '../text.ts'
import { Problems } from './Problems.tsx'
import type { Matrix, MatrixRow } from './useMatrix.ts'

interface ActivityCardsProps {
  readonly matrix: Matrix
  readonly rows: readonly MatrixRow[]
  readonly onOpen: (id: string) => void
}
const groups = ['A', 'R', 'C', 'I'] as const

/** The matrix where a grid does not fit: a card for each activity, changed in a dialog with one choice per column. */
export const ActivityCards = ({ matrix, rows, onOpen }: ActivityCardsProps) => {
  const t = usePages().matrix
  const { columns, letterOf, mayWrite } = matrix
  const [editing, setEditing] = useState<string>()
  const row = rows.find(({ id }) => id === editing)
  return (
    <>
      <ul className="or-cards">
        {rows.map((one) => (
          <li key={one.id} className="or-card">
            <header>
              <h2><button type="button" className="or-open" onClick={() => onOpen(one.id)}>{one.name}</button> <span className="hg-reference">{one.clause}</span></h2>
              {mayWrite && <Button size="small" icon={<EditOutlined />} aria-label={`${t.edit}: ${one.name}`} onClick={() => setEditing(one.id)} />}
            </header>
            <dl className="or-parts">
              {groups.map((letter) => {
                const names = columns.filter(({ holder }) => letterOf(one, holder)?.includes(letter)).map(({ label }) => label)
                return names.length === 0 ? null : (
                  <div key={letter}>
                    <dt><span className="or-letter" data-letter={letter}>{letter}</span> {t.groups[letter]}</dt>
                    <dd>{names.join(' · ')}</dd>
                  </div>
                )
              })}
            </dl>
            <Problems problems={one.problems} />
          </li>
        ))}
      </ul>
      {row !== undefined && <EditActivity matrix={matrix} row={row} onClose={() => setEditing(undefined)} />}
    </>
  )
}

const EditActivity = ({ matrix, row, onClose }: { readonly matrix: Matrix; readonly row: MatrixRow; readonly onClose: () => void }) => {
  const t = usePages().matrix
  const options = [{ value: '', label: '–' }, ...letters.map((letter) => ({ value: letter as string, label: letter === 'AR' ? t.letters.AR : `${letter} ${t.letters[letter]}` }))]
  return (
    <Modal open title={row.name} onCancel={onClose} footer={<Button type="primary" onClick={onClose}>{t.close}</Button>}>
      <ul className="or-choices">
        {matrix.columns.map(({ holder, label }) => {
          const letter = matrix.letterOf(row, holder)
          return (
            <li key={holder}>
              <span>{label}</span>
              <Select
                aria-label={fill(t.cell, { activity: row.name, holder: label, letter: letter === null ? t.letters.none : t.letters[letter] })}
                value={letter ?? ''}
                options={options}
                onChange={(next: string) => void matrix.set(row, holder, next === '' ? null : (next as Letter))}
              />
            </li>
          )
        })}
      </ul>
    </Modal>
  )
}
