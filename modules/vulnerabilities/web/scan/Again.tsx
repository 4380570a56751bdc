import { fill } from '@heng/contract'
import { useNotify, useOrg, usePermission, useText, type AnyRecord } from '@heng/web-kit'
import { useQuery } from '@tanstack/react-query'
import { Button, Select } from 'antd'
import { useId, useState } from 'react'
import { messages } from '../../locales/index.ts'
import { api, useRefreshVulnerabilities } from '../api.ts'
import { Columns } from './Columns.tsx'
import type { Progress } from './useProgress.ts'

export type Reading = Omit<Parameters<typeof api.scan.again.call>[0], 'org' | 'id'>

/** Whether somebody who knows the report could say how it is to be read. */
const isStrange = (problem: string | null): boolean => problem === 'unknown-format' || problem === 'bare' || problem === 'wrong-format' || (problem ?? '').startsWith('mapping')

/** What can be done about a report that was not taken in: choose its format, say what its columns are, or take what is good of it. */
export const Again = ({ scan, progress }: { readonly scan: AnyRecord; readonly progress: Progress }) => {
  const t = useText(messages).scans.scan
  const org = useOrg()
  const id = useId()
  const notify = useNotify()
  const refresh = useRefreshVulnerabilities()
  const may = usePermission('vulnerabilityScan:run')
  const [tool, setTool] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const strange = progress.state === 'failed' && isStrange(progress.error?.problem ?? null)
  const formats = useQuery({ ...api.scan.formats.queryOptions({ input: { org } }), enabled: may && strange, staleTime: Infinity })
  const read = async (reading: Reading) => {
    setBusy(true)
    try {
      await api.scan.again.call({ org, id: scan.id, ...reading })
      await refresh()
    } catch (error) {
      notify.error(error)
    } finally {
      setBusy(false)
    }
  }
  if (!may) return null
  const good = progress.error?.problem === 'truncated' ? (progress.error.findingsRead ?? 0) : 0
  if (!strange) {
    return (
      <div className="vs-again">
        {good > 0 && <Button type="primary" loading={busy} onClick={() => void read({ partial: true })}>{t.partial}</Button>}
        <Button disabled={busy} onClick={() => void read({})}>{t.again}</Button>
        {good > 0 && <p className="hg-help">{fill(t.read, { count: good })}</p>}
      </div>
    )
  }
  return (
    <section className="vs-strange">
      <div>
        <label htmlFor={`${id}-format`} className="hg-label">{t.format}</label>
        <div className="vs-format">
          <Select
            id={`${id}-format`}
            value={tool}
            placeholder={t.chooseFormat}
            loading={formats.isPending}
            showSearch={{ optionFilterProp: 'label' }}
            options={(formats.data?.items ?? []).map((one) => ({ value: one.id, label: one.name }))}
            onChange={setTool}
          />
          <Button type="primary" disabled={tool === null} loading={busy} onClick={() => void read({ tool: tool! })}>{t.readAs}</Button>
        </div>
        <p className="hg-help">{t.formatHelp}</p>
      </div>
      <Columns scan={scan.id} busy={busy} onRead={(mapping) => void read({ mapping })} />
    </section>
  )
}
