import { fill } from '@heng/contract'
import { useKitText, useNotify, useOrg, usePermission, useText } from '@heng/web-kit'
import { useMutation } from '@tanstack/react-query'
import { Button, Input } from 'antd'
import { useId, useState } from 'react'
import { messages } from '../../locales/index.ts'
import { api, useRefreshFrameworks } from '../api.ts'

interface Props {
  readonly id: string
  readonly overlay: { readonly text: string; readonly source: string; readonly loadedBy: string } | null
}

/** The text of the licensed copy, laid over our wording inside this organisation only. */
export const OverlayBox = ({ id, overlay }: Props) => {
  const t = useText(messages).page.requirement
  const may = usePermission('requirement:overlay')
  const [editing, setEditing] = useState(false)
  if (overlay === null && !may) return null
  return (
    <section className="fw-text fw-overlay">
      {overlay !== null && !editing && (
        <>
          <h3>{t.overlay}</h3>
          <p className="fw-pre">{overlay.text}</p>
          <p className="hg-help">{fill(t.overlayFrom, { source: overlay.source, name: overlay.loadedBy })}</p>
        </>
      )}
      {editing ? (
        <Editor id={id} overlay={overlay} close={() => setEditing(false)} />
      ) : (
        may && (
          <button type="button" className="hg-text-button" onClick={() => setEditing(true)}>
            {overlay === null ? t.addOverlay : t.editOverlay}
          </button>
        )
      )}
    </section>
  )
}

const Editor = ({ id, overlay, close }: Props & { readonly close: () => void }) => {
  const t = useText(messages).page.requirement
  const org = useOrg()
  const notify = useNotify()
  const refresh = useRefreshFrameworks()
  const [text, setText] = useState(overlay?.text ?? '')
  const [source, setSource] = useState(overlay?.source ?? '')
  const [textId, sourceId] = [useId(), useId()]
  const save = useMutation({
    mutationFn: (value: string | null) =>
      api.requirement.overlay.call({ org, id, text: value, source: source.trim() === '' ? '–' : source.trim() }),
    onSuccess: async (_, value) => {
      await refresh()
      notify.success(value === null ? t.overlayRemoved : t.overlaySaved)
      close()
    },
    onError: notify.error,
  })
  const kit = useKitText()
  const load = useText(messages).page.overlaying.load
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        save.mutate(text.trim())
      }}
    >
      <p className="hg-help">{t.overlayHelp}</p>
      <label className="hg-label" htmlFor={textId}>
        {t.overlayText}
      </label>
      <Input.TextArea
        id={textId}
        value={text}
        maxLength={60_000}
        autoSize={{ minRows: 4, maxRows: 16 }}
        onChange={(e) => setText(e.target.value)}
      />
      <label className="hg-label" htmlFor={sourceId}>
        {t.overlaySource}
      </label>
      <Input id={sourceId} value={source} maxLength={300} onChange={(e) => setSource(e.target.value)} />
      <div className="fw-form-foot">
        <Button type="primary" htmlType="submit" loading={save.isPending} disabled={text.trim() === '' || source.trim() === ''}>
          {load}
        </Button>
        <Button onClick={close}>{kit.actions.cancel}</Button>
        {overlay !== null && (
          <Button danger onClick={() => save.mutate(null)}>
            {t.removeOverlay}
          </Button>
        )}
      </div>
    </form>
  )
}
