import { fill } from '@heng/contract'
import { errorWords, useKitText, useNotify, useOrg, useOrgPath, useText } from '@heng/web-kit'
import { useMutation } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { Alert, Button, Modal } from 'antd'
import { useState } from 'react'
import type { ImportPreview, ImportRequest } from '../../contract/index.ts'
import { messages } from '../../locales/index.ts'
import { useRefreshFrameworks, useWording } from '../api.ts'
import { FilePicker } from './FilePicker.tsx'
import { PreviewView } from './PreviewView.tsx'
import { filesFor, post } from './send.ts'
import { emptyTable, TableForm } from './TableForm.tsx'

const isTable = (files: readonly File[]): boolean => files.some((f) => !/\.json$/i.test(f.name))

/** Files → preview with counts, licence and problems → import. */
export const ImportDialog = ({ close }: { readonly close: () => void }) => {
  const t = useText(messages).page.importing
  const kit = useKitText()
  const org = useOrg()
  const path = useOrgPath()
  const pick = useWording()
  const navigate = useNavigate()
  const notify = useNotify()
  const refresh = useRefreshFrameworks()
  const [files, setFiles] = useState<readonly File[]>([])
  const [table, setTable] = useState(emptyTable)
  const [replace, setReplace] = useState(true)
  const [read, setRead] = useState<{ readonly request: ImportRequest; readonly preview: ImportPreview }>()
  const preview = useMutation({
    mutationFn: async () => {
      const request: ImportRequest = { files: await filesFor(files), ...(isTable(files) ? { table } : {}) }
      return { request, preview: await post<ImportPreview>(org, 'import/preview', request) }
    },
    onSuccess: setRead,
  })
  const apply = useMutation({
    mutationFn: ({ request, preview: seen }: NonNullable<typeof read>) =>
      post<{ id: string }>(org, 'import/apply', {
        ...request,
        sha256: seen.sha256,
        ...(seen.earlier === null ? {} : { replaces: replace ? seen.earlier.id : null }),
      }),
    onSuccess: async ({ id }, { preview: seen }) => {
      await refresh()
      notify.success(fill(t.done, { name: pick(seen.title.en, seen.title['zh-CN']) ?? '' }))
      close()
      void navigate({ to: path(`frameworks/${id}`) })
    },
  })
  const failed = apply.error ?? preview.error
  const words = failed === null ? undefined : errorWords(failed, kit)
  const back = () => {
    setRead(undefined)
    apply.reset()
  }
  return (
    <Modal
      open
      width={760}
      title={t.title}
      onCancel={close}
      footer={
        <>
          <Button onClick={read === undefined ? close : back}>{read === undefined ? kit.actions.cancel : t.back}</Button>
          {read === undefined ? (
            <Button type="primary" disabled={files.length === 0} loading={preview.isPending} onClick={() => preview.mutate()}>
              {t.preview}
            </Button>
          ) : (
            <Button
              type="primary"
              disabled={read.preview.errorCount > 0 || read.preview.present !== null}
              loading={apply.isPending}
              onClick={() => apply.mutate(read)}
            >
              {t.apply}
            </Button>
          )}
        </>
      }
    >
      {read === undefined ? (
        <>
          <FilePicker files={files} onChange={setFiles} multiple help={t.dropHelp} />
          {isTable(files) && <TableForm value={table} onChange={setTable} />}
        </>
      ) : (
        <PreviewView preview={read.preview} replace={replace} onReplace={setReplace} />
      )}
      {words !== undefined && (
        <Alert className="fw-note" type="error" showIcon role="alert" title={words.message} description={words.hint} />
      )}
    </Modal>
  )
}
