import { fill } from '@heng/contract'
import { Scroll, useOrg, useText } from '@heng/web-kit'
import { useQuery } from '@tanstack/react-query'
import { Button, Select } from 'antd'
import { useState } from 'react'
import { mappedFields } from '../../contract/index.ts'
import { messages } from '../../locales/index.ts'
import { api } from '../api.ts'
import type { Reading } from './Again.tsx'

type Mapping = NonNullable<Reading['mapping']>
type Field = (typeof mappedFields)[number]

/** Columns of a report that is a table, for somebody to say what each stands for. Several may stand for the same: they are joined. */
export const Columns = ({ scan, busy, onRead }: { readonly scan: string; readonly busy: boolean; readonly onRead: (mapping: Mapping) => void }) => {
  const words = useText(messages).scans
  const t = words.scan
  const org = useOrg()
  const [chosen, setChosen] = useState<Readonly<Record<string, Field>>>({})
  const { data } = useQuery({ ...api.scan.columns.queryOptions({ input: { org, id: scan } }), staleTime: Infinity })
  if (data === undefined || data.columns.length === 0) return null
  const { columns, rows } = data
  const named = Object.values(chosen).some((field) => field === 'title' || field === 'cve')
  const mapping = (): Mapping => Object.fromEntries(Map.groupBy(columns.filter((column) => chosen[column] !== undefined), (column) => chosen[column]!))
  const choose = (column: string, field: Field | undefined) => setChosen(({ [column]: _, ...others }) => (field === undefined ? others : { ...others, [column]: field }))
  return (
    <div>
      <h2 className="vs-head">{t.columns}</h2>
      <p className="hg-help">{t.columnsHelp}</p>
      <Scroll label={t.columns}>
        <table className="vs-table vs-columns">
          <thead>
            <tr>
              <th scope="col">{t.column}</th>
              <th scope="col">{t.example}</th>
              <th scope="col">{t.stands}</th>
            </tr>
          </thead>
          <tbody>
            {columns.map((column, i) => (
              <tr key={column}>
                <th scope="row">{column}</th>
                <td className="hg-muted">{rows.map((row) => row[i]).filter((cell) => cell !== '').slice(0, 2).join(' · ')}</td>
                <td>
                  <Select
                    aria-label={fill(t.mappedAs, { column })}
                    value={chosen[column] ?? null}
                    placeholder={t.nothing}
                    allowClear
                    showSearch={{ optionFilterProp: 'label' }}
                    options={mappedFields.map((field) => ({ value: field, label: words.mapped[field] }))}
                    onChange={(field: Field | null | undefined) => choose(column, field ?? undefined)}
                  />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
      <Button disabled={!named} loading={busy} onClick={() => onRead(mapping())}>{t.readTable}</Button>
    </div>
  )
}
