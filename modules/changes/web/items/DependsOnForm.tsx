import { assets } from '@heng/assets/contract'
import type { Label } from '@heng/contract'
import { apiFor, ErrorView, RecordSelect, useKitText, useNotify, useOrg, type AnyRecord } from '@heng/web-kit'
import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useId, useState } from 'react'
import { useWords } from '../words.ts'

export interface DependsOnFormProps {
  readonly row: AnyRecord
  /** As the item has it; undefined while the item leaves it alone. */
  readonly chosen: readonly string[] | undefined
  readonly labels: Readonly<Record<string, Label>>
  readonly onSave: (ids: readonly string[]) => Promise<void>
  readonly onCancel: () => void
}

const { dependency } = apiFor(assets)

/** What an asset shall depend on, all of it. */
export const DependsOnForm = ({ row, chosen, labels, onSave, onCancel }: DependsOnFormProps) => {
  const t = useWords().page.editor
  const kitText = useKitText()
  const org = useOrg()
  const id = useId()
  const notify = useNotify()
  const query = useQuery(dependency.graph.queryOptions({ input: { org, root: row.id, depth: 1, limit: 500 } }))
  const [given, setGiven] = useState(chosen)
  const [busy, setBusy] = useState(false)
  if (query.error !== null) return <ErrorView error={query.error} onRetry={() => void query.refetch()} />
  if (query.data === undefined) return <div className="hg-bone" />
  const now = query.data.edges.filter((e) => e.asset === row.id).map((e) => e.dependsOn)
  const names = Object.fromEntries(query.data.nodes.map((n) => [n.id, { text: n.name, reference: n.reference }]))
  const save = async () => {
    setBusy(true)
    try {
      await onSave(given ?? now)
    } catch (error) {
      notify.error(error)
      setBusy(false)
    }
  }
  return (
    <div className="ch-form">
      <label htmlFor={id} className="hg-label">{t.dependsOn}</label>
      <RecordSelect id={id} target="asset" multiple value={given ?? now} labels={{ ...names, ...labels }} onChange={(next) => setGiven((next ?? []) as string[])} />
      <p className="hg-help">{t.dependsOnHelp}</p>
      <div className="ch-buttons">
        <Button type="primary" loading={busy} disabled={query.data.cut} onClick={() => void save()}>{t.save}</Button>
        <Button onClick={onCancel}>{kitText.actions.cancel}</Button>
      </div>
    </div>
  )
}
