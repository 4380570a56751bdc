import { OrgLink, useOrg, useText, valueLabel, useNounNamed, type AnyNounText, type RecordActionProps } from '@heng/web-kit'
import { useQuery } from '@tanstack/react-query'
import { Modal, Select } from 'antd'
import { useId, useState } from 'react'
import { messages } from '../../locales/index.ts'
import { api } from '../base/api.ts'
import { useVerb } from '../base/verbs.tsx'

/** Names the measure that brings the risk back. */
export const Component = ({ row, close }: RecordActionProps) => {
  const t = useText(messages).pages.breach
  const org = useOrg()
  const id = useId()
  const { run, busy } = useVerb()
  const [measure, setMeasure] = useState<string>()
  const kit = useNounNamed('treatmentMeasure')
  const { data, isPending } = useQuery(api.toleranceBreach.measures.queryOptions({ input: { org, id: row.id } }))
  const items = data?.items ?? []
  const stateOf = (state: string) => (kit === undefined ? state : valueLabel(kit.text as AnyNounText, 'state', state))
  const go = async () => (await run(() => api.toleranceBreach.treat.call({ org, id: row.id, version: row.version, measure: measure! }), t.treated)) && close(true)
  return (
    <Modal open title={t.treat} okText={t.treat} okButtonProps={{ disabled: measure === undefined }} confirmLoading={busy} onOk={() => void go()} onCancel={() => close(false)}>
      <p>{t.treatText}</p>
      {!isPending && items.length === 0 ? (
        <p>{t.noMeasures} <OrgLink to={`risks/${String(row['risk'])}?tab=risk-treatment`}>{t.planOne}</OrgLink></p>
      ) : (
        <>
          <label className="hg-label" htmlFor={id}>{t.measure}</label>
          <Select id={id} style={{ width: '100%' }} loading={isPending} value={measure ?? null} onChange={(next) => setMeasure(next ?? undefined)} options={items.map((m) => ({ value: m.id, label: `${m.reference} ${m.title} · ${stateOf(m.state)} · ${m.due ?? t.undated}`, disabled: m.due === null }))} />
        </>
      )}
    </Modal>
  )
}
