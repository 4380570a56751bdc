import { PlusOutlined } from '@ant-design/icons'
import { fill } from '@heng/contract'
import { Page, RecordDrawer, useNarrow, useNotify, useOrg } from '@heng/web-kit'
import { Button, Segmented } from 'antd'
import { useState } from 'react'
import { responsibility } from '../../contract/index.ts'
import { api, useRefreshOrganisation } from '../api.ts'
import { Loading } from '../parts/Loading.tsx'
import { useNouns, usePages } from '../text.ts'
import { ActivityCards } from './ActivityCards.tsx'
import { AddColumn } from './AddColumn.tsx'
import { MatrixGrid } from './MatrixGrid.tsx'
import { useMatrix } from './useMatrix.ts'
import '../organisation.css'

/** Who does, answers for, is asked about and is told of each activity (5.3): an editable grid, cards where it is narrow. */
export const Component = () => {
  const t = usePages().matrix
  const { about } = useNouns().responsibility
  const org = useOrg()
  const notify = useNotify()
  const narrow = useNarrow(900)
  const refresh = useRefreshOrganisation()
  const matrix = useMatrix()
  const { query, rows, mayWrite } = matrix
  const [open, setOpen] = useState<string>()
  const [only, setOnly] = useState(false)
  const [starting, setStarting] = useState(false)
  const complete = rows.filter(({ problems }) => problems.length === 0).length
  const shown = only ? rows.filter(({ problems }) => problems.length > 0) : rows
  const start = async () => {
    setStarting(true)
    try {
      const { created } = await api.responsibility.start.call({ org })
      notify.success(fill(t.started, { count: created }))
      await refresh()
    } catch (error) {
      notify.error(error)
    } finally {
      setStarting(false)
    }
  }
  const close = () => {
    setOpen(undefined)
    void refresh()
  }
  const List = narrow ? ActivityCards : MatrixGrid
  return (
    <Page
      title={t.title}
      about={about}
      actions={mayWrite && rows.length > 0 && (
        <>
          <AddColumn onAdd={matrix.addColumn} />
          <Button type="primary" icon={<PlusOutlined />} onClick={() => setOpen('new')}>{t.add}</Button>
        </>
      )}
    >
      {query.data === undefined && <Loading error={query.error} onRetry={() => void query.refetch()} />}
      {query.data !== undefined && rows.length === 0 && (
        <div className="or-card or-empty">
          <h2>{t.empty}</h2>
          <p>{t.emptyText}</p>
          {mayWrite && (
            <p className="or-buttons">
              <Button type="primary" loading={starting} onClick={() => void start()}>{t.start}</Button>
              <Button icon={<PlusOutlined />} onClick={() => setOpen('new')}>{t.add}</Button>
            </p>
          )}
        </div>
      )}
      {rows.length > 0 && (
        <>
          <div className="or-bar">
            <Segmented value={only} options={[{ value: false, label: t.everyone }, { value: true, label: t.only }]} onChange={setOnly} />
            <span role="status">{fill(t.complete, { complete, all: rows.length })}</span>
          </div>
          <p className="hg-help or-legend">{t.legend}{mayWrite && !narrow && <span className="hg-key-help"><br />{t.keys}</span>}</p>
          {shown.length === 0 ? <p className="or-none">{t.noneIncomplete}</p> : <List matrix={matrix} rows={shown} onOpen={setOpen} />}
        </>
      )}
      <RecordDrawer
        noun={responsibility}
        open={open}
        onClose={close}
        onCreated={close}
      />
    </Page>
  )
}
