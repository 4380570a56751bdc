import { fill } from '@heng/contract'
import { errorWords, isApiError, useKitText, useNotify, useOrg, useText } from '@heng/web-kit'
import { useMutation } from '@tanstack/react-query'
import { Alert, Modal } from 'antd'
import { useState } from 'react'
import { messages } from '../../locales/index.ts'
import { useRefreshFrameworks } from '../api.ts'
import { FilePicker } from './FilePicker.tsx'
import { filesFor, post } from './send.ts'

interface Row {
  readonly path: string
  readonly message: string
}

/** Loads a table of licensed texts over a framework. */
export const OverlayDialog = ({ framework, close }: { readonly framework: string; readonly close: () => void }) => {
  const t = useText(messages).page.overlaying
  const kit = useKitText()
  const org = useOrg()
  const notify = useNotify()
  const refresh = useRefreshFrameworks()
  const [files, setFiles] = useState<readonly File[]>([])
  const load = useMutation({
    mutationFn: async () => post<{ laid: number }>(org, `${framework}/overlay`, { files: await filesFor(files) }),
    onSuccess: async ({ laid }) => {
      await refresh()
      notify.success(fill(t.done, { count: laid }))
      close()
    },
  })
  const words = load.error === null ? undefined : errorWords(load.error, kit)
  const rows = isApiError(load.error) ? ((load.error.data as { rows?: readonly Row[] } | undefined)?.rows ?? []) : []
  return (
    <Modal
      open
      title={t.title}
      okText={t.load}
      onOk={() => load.mutate()}
      onCancel={close}
      confirmLoading={load.isPending}
      okButtonProps={{ disabled: files.length === 0 }}
    >
      <FilePicker files={files} onChange={setFiles} multiple={false} help={t.help} />
      {words !== undefined && (
        <Alert
          className="fw-note"
          type="error"
          showIcon
          role="alert"
          title={`${t.problems}: ${words.message}`}
          description={
            <ul className="fw-problems">
              {rows.map((r) => (
                <li key={r.path + r.message}>
                  {r.path}: {r.message}
                </li>
              ))}
            </ul>
          }
        />
      )}
    </Modal>
  )
}
