import '../../base/base.css'
import '../three.css'
import { fill } from '@heng/contract'
import { ErrorView, useOrg, useText, type RecordPanelProps } from '@heng/web-kit'
import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { messages } from '../../../locales/index.ts'
import { api } from '../../base/api.ts'
import { EffectsEditor } from './EffectsEditor.tsx'
import { SafeguardTable } from './SafeguardTable.tsx'
import { Standing } from './Standing.tsx'

/** Which level the tests of the controls support, against the rating that people gave; and what each control takes off. */
export const Component = ({ row }: RecordPanelProps) => {
  const t = useText(messages).pages.evidence
  const org = useOrg()
  const [editing, setEditing] = useState(false)
  const query = useQuery(api.risk.evidence.queryOptions({ input: { org, id: row.id } }))
  if (query.error !== null) return <ErrorView error={query.error} onRetry={() => void query.refetch()} />
  if (query.data === undefined) return <div className="hg-bone" role="status" />
  const told = query.data
  const controls = told.safeguards.filter((s) => s.noun === 'control')
  const may = row.allowed.includes('update') && controls.length > 0
  return (
    <div>
      <Standing told={told} />
      <section className="rk-section">
        <header>
          <h2>{t.safeguards}</h2>
          {may && !editing && <Button onClick={() => setEditing(true)}>{t.edit}</Button>}
        </header>
        {told.safeguards.length === 0 ? <p className="hg-muted">{t.none}</p>
        : editing ? <EffectsEditor key={row.version} row={row} controls={controls} onDone={() => setEditing(false)} />
        : <SafeguardTable safeguards={told.safeguards} />}
      </section>
      <p className="hg-help">{fill(t.method, { effective: told.method.effective, partly: told.method.partly, id: `${told.method.id}@${told.method.version}` })}</p>
    </div>
  )
}
