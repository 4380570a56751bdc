import { useNotify, useOrg, uuid, useText } from '@heng/web-kit'
import { Button, Input } from 'antd'
import { useRef, useState } from 'react'
import { messages } from '../../locales/index.ts'
import { api } from '../api.ts'
import type { Chosen } from '../request.ts'
import { GenerateWatch } from './GenerateWatch.tsx'

const most = 4

/** What the presenter adds for the board, and the button that generates; the job is followed here. */
export const Generate = ({ chosen }: { readonly chosen: Chosen }) => {
  const t = useText(messages).page
  const org = useOrg()
  const notify = useNotify()
  const [message, setMessage] = useState('')
  const [asks, setAsks] = useState('')
  const [job, setJob] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const key = useRef(uuid())
  const start = async () => {
    setBusy(true)
    const { kind, from, to, language } = chosen
    const decisions = asks.split('\n').map((line) => line.trim().slice(0, 100)).filter((line) => line !== '').slice(0, most)
    const words = kind === 'board' ? { ...(message.trim() === '' ? {} : { message: message.trim() }), ...(decisions.length === 0 ? {} : { decisions }) } : {}
    try {
      const { jobId } = await api.generate.call({ org, kind, from, to, language, ...words }, { context: { idempotencyKey: key.current } })
      key.current = uuid()
      setJob(jobId)
    } catch (error) {
      notify.error(error)
    } finally {
      setBusy(false)
    }
  }
  return (
    <div className="rp-generate">
      {chosen.kind === 'board' && (
        <div className="rp-words">
          <label className="rp-field">
            <span className="hg-label">{t.message}</span>
            <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} maxLength={200} value={message} placeholder={t.messageHint} onChange={(event) => setMessage(event.target.value)} />
          </label>
          <label className="rp-field">
            <span className="hg-label">{t.asks}</span>
            <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} value={asks} placeholder={t.asksHint} onChange={(event) => setAsks(event.target.value)} />
          </label>
        </div>
      )}
      <Button type="primary" loading={busy} disabled={job !== null} onClick={() => void start()}>
        {t.generate}
      </Button>
      {job !== null && <GenerateWatch id={job} onClose={() => setJob(null)} />}
    </div>
  )
}
