import '../base/base.css'
import { fill } from '@heng/contract'
import { CodeSelect, DateInput, RecordSelect, useOrg, useText } from '@heng/web-kit'
import { Input, Modal } from 'antd'
import { useId, useState, type ReactNode } from 'react'
import { messages } from '../../locales/index.ts'
import { api } from '../base/api.ts'
import { useVerb } from '../base/verbs.tsx'
import type { Decision } from './useInbox.ts'

export interface DecideProps {
  readonly decision: Decision
  readonly row: { readonly id: string; readonly version: number; readonly reference: string; readonly title: string }
  readonly onClose: (changed: boolean) => void
}

/** What each decision asks for, and what is missing before it can be taken. */
export const Decide = ({ decision, row, onClose }: DecideProps) => {
  const t = useText(messages).pages.emerging
  const org = useOrg()
  const id = useId()
  const { run, busy } = useVerb()
  const [owner, setOwner] = useState<string | null>(null)
  const [day, setDay] = useState<string | null>(null)
  const [asset, setAsset] = useState<string | null>(null)
  const [threat, setThreat] = useState<string | null>(null)
  const [vulnerability, setVulnerability] = useState<string | null>(null)
  const [into, setInto] = useState<string | null>(null)
  const [reason, setReason] = useState('')
  const about = { org, id: row.id, version: row.version }
  const said = reason.trim() === '' ? {} : { reason: reason.trim() }
  const field = (name: string, label: string, input: ReactNode) => <div className="ap-wide"><label className="hg-label" htmlFor={`${id}-${name}`}>{label}</label>{input}</div>
  const ways: Readonly<Record<Decision, { readonly ready: boolean; readonly call: () => Promise<unknown>; readonly fields: ReactNode; readonly reason: 'required' | 'optional' | 'none' }>> = {
    watch: {
      ready: owner !== null && day !== null, reason: 'optional', call: () => api.emergingRisk.watch.call({ ...about, owner: owner!, reviewDue: day!, ...said }),
      fields: <>{field('owner', t.owner, <RecordSelect id={`${id}-owner`} target="person" value={owner} onChange={(v) => setOwner(v as string | null)} />)}{field('day', t.day, <DateInput id={`${id}-day`} value={day} onChange={setDay} />)}</>,
    },
    toScenario: {
      ready: asset !== null && threat !== null && vulnerability !== null, reason: 'optional', call: () => api.emergingRisk.toScenario.call({ ...about, asset: asset!, threat: threat!, vulnerability: vulnerability!, ...said }),
      fields: (
        <>
          {field('asset', t.asset, <RecordSelect id={`${id}-asset`} target="asset" value={asset} onChange={(v) => setAsset(v as string | null)} />)}
          {field('threat', t.threat, <CodeSelect id={`${id}-threat`} vocabulary="threats" value={threat} onChange={(v) => setThreat(v as string | null)} />)}
          {field('vulnerability', t.vulnerability, <CodeSelect id={`${id}-vulnerability`} vocabulary="vulnerabilities" value={vulnerability} onChange={(v) => setVulnerability(v as string | null)} />)}
        </>
      ),
    },
    toRisk: {
      ready: true, reason: 'optional', call: () => api.emergingRisk.toRisk.call({ ...about, ...(asset === null ? {} : { asset }), ...(owner === null ? {} : { owner }), ...said }),
      fields: <>{field('asset', t.assetOptional, <RecordSelect id={`${id}-asset`} target="asset" value={asset} onChange={(v) => setAsset(v as string | null)} />)}{field('owner', t.riskOwner, <RecordSelect id={`${id}-owner`} target="person" value={owner} onChange={(v) => setOwner(v as string | null)} />)}</>,
    },
    merge: { ready: into !== null, reason: 'none', call: () => api.emergingRisk.merge.call({ ...about, into: into! }), fields: field('into', t.into, <RecordSelect id={`${id}-into`} target="emergingRisk" value={into} onChange={(v) => setInto(v as string | null)} />) },
    dismiss: { ready: reason.trim() !== '', reason: 'required', call: () => api.emergingRisk.dismiss.call({ ...about, reason: reason.trim() }), fields: null },
  }
  const way = ways[decision]
  const go = async () => (await run(way.call, fill(t.done[decision], { reference: row.reference }))) && onClose(true)
  return (
    <Modal open title={`${t.decisions[decision]} · ${row.reference} ${row.title}`} okText={t.decisions[decision]} okButtonProps={{ disabled: !way.ready }} confirmLoading={busy} onOk={() => void go()} onCancel={() => onClose(false)}>
      <p>{t.about[decision]}</p>
      <div className="ap-fields">
        {way.fields}
        {way.reason !== 'none' && field('reason', way.reason === 'required' ? t.reason : t.reasonOptional, <Input.TextArea id={`${id}-reason`} value={reason} maxLength={2_000} autoSize={{ minRows: 2, maxRows: 6 }} onChange={(event) => setReason(event.target.value)} />)}
      </div>
    </Modal>
  )
}
