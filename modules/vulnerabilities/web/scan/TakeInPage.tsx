import './scan.css'
import { fill } from '@heng/contract'
import { DropZone, useUploads, type Upload } from '@heng/records/web/parts'
import { ErrorView, OrgLink, Page, useNoun, useOrg, useOrgPath, usePermission, useText } from '@heng/web-kit'
import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { vulnerabilityScan } from '../../contract/index.ts'
import { messages } from '../../locales/index.ts'
import { api } from '../api.ts'
import { asUsual, OptionsForm, type Options } from './Options.tsx'
import { TakeInLine, type Begun } from './TakeInLine.tsx'

const inputOf = ({ coverage, asset, series, scannedAt, partial }: Options) => ({
  coverage, partial, ...(asset === null ? {} : { asset }), ...(series.trim() === '' ? {} : { series: series.trim() }), ...(scannedAt === null ? {} : { scannedAt }),
})

/** Reports dragged in or chosen, what they covered, and what becomes of each. */
export const Component = () => {
  const t = useText(messages).scans.takeIn
  const kit = useNoun(vulnerabilityScan)
  const org = useOrg()
  const path = useOrgPath()
  const may = usePermission('vulnerabilityScan:run')
  const formats = useQuery({ ...api.scan.formats.queryOptions({ input: { org } }), enabled: may, staleTime: Infinity })
  const { uploads, add, drop } = useUploads()
  const [options, setOptions] = useState(asUsual)
  const [begun, setBegun] = useState<Readonly<Record<string, Begun>>>({})
  const [busy, setBusy] = useState(false)
  const open = uploads.filter(({ key }) => begun[key] === undefined)
  const ready = open.filter(({ state }) => state === 'ready')
  const pending = open.some(({ state }) => state === 'waiting' || state === 'sending')
  const begin = async ({ key, stored }: Upload): Promise<readonly [string, Begun]> => {
    try {
      return [key, { scan: (await api.scan.begin.call({ org, file: stored!.id, ...inputOf(options) })).id }]
    } catch (error) {
      return [key, { error }]
    }
  }
  const start = async () => {
    setBusy(true)
    for (const upload of ready) {
      const [key, became] = await begin(upload)
      setBegun((before) => ({ ...before, [key]: became }))
    }
    setBusy(false)
  }
  return (
    <Page title={t.title} about={formats.data === undefined ? undefined : fill(t.about, { count: formats.data.items.length })} crumbs={[{ label: kit.text.many, to: path(kit.path) }]} actions={<OrgLink to={kit.path}>{t.toScans}</OrgLink>}>
      {formats.error !== null && <ErrorView error={formats.error} onRetry={() => void formats.refetch()} />}
      {may && formats.data === undefined && formats.error === null && <div className="hg-bone" role="status" />}
      {formats.data !== undefined && (
        <div className="vs-take-in">
          <DropZone maxBytes={formats.data.maxBytes} onFiles={add} />
          {uploads.length > 0 && (
            <ul className="vs-lines" aria-label={t.files}>
              {uploads.map((upload) => <TakeInLine key={upload.key} upload={upload} begun={begun[upload.key]} onDrop={() => drop(upload.key)} />)}
            </ul>
          )}
          <OptionsForm value={options} onChange={setOptions} />
          <Button type="primary" size="large" disabled={pending || ready.length === 0} loading={busy} onClick={() => void start()}>
            {fill(t.start, { count: ready.length })}
          </Button>
        </div>
      )}
    </Page>
  )
}
