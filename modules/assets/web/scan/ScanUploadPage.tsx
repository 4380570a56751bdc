import '../assets.css'
import { ErrorView, OrgLink, Page, isApiError, useNoun, useOrg, useOrgPath, useText } from '@heng/web-kit'
import { fill } from '@heng/contract'
import { useNavigate } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { asset } from '../../contract/index.ts'
import { messages } from '../../locales/index.ts'
import { useRefreshAssets } from '../api.ts'
import { DropZone } from './DropZone.tsx'
import { uploadScan } from './upload.ts'

interface Failure {
  readonly file: File
  readonly error: unknown
}

/** How many hosts were good before a report breaks off; undefined for any other error. */
const goodHosts = (error: unknown): number | undefined => {
  const data = isApiError(error) ? (error.data as { readonly problem?: string; readonly hostsRead?: number } | undefined) : undefined
  return data?.problem === 'truncated' && (data.hostsRead ?? 0) > 0 ? data.hostsRead : undefined
}

/** First step of an import: the report. Reading it leads to the page where each host is decided on. */
export const Component = () => {
  const t = useText(messages).pages.scan
  const kit = useNoun(asset)
  const org = useOrg()
  const path = useOrgPath()
  const navigate = useNavigate()
  const refresh = useRefreshAssets()
  const [reading, setReading] = useState<string>()
  const [failure, setFailure] = useState<Failure>()
  const read = async (file: File, partial = false) => {
    setReading(file.name)
    setFailure(undefined)
    try {
      const { id } = await uploadScan(org, file, partial)
      await refresh()
      await navigate({ to: path(`asset-scans/${id}`) })
    } catch (error) {
      setFailure({ file, error })
    } finally {
      setReading(undefined)
    }
  }
  const good = goodHosts(failure?.error)
  return (
    <Page title={t.title} about={t.about} crumbs={[{ label: kit.text.many, to: path(kit.path) }]} actions={<OrgLink to="asset-scans">{t.earlier}</OrgLink>}>
      <div className="as-upload">
        <DropZone reading={reading} onFile={(file) => void read(file)} />
        {failure !== undefined && (
          <>
            <ErrorView error={failure.error} />
            {good !== undefined && <Button onClick={() => void read(failure.file, true)}>{fill(t.partial, { count: good })}</Button>}
          </>
        )}
      </div>
    </Page>
  )
}
