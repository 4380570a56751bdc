import { RecordSelect, useNotify, useOrg, useText } from '@heng/web-kit'
import { Modal, Select } from 'antd'
import { useState } from 'react'
import { messages } from '../../locales/index.ts'
import { api } from '../base/api.ts'
import { useKnowledge } from '../base/useKnowledge.ts'

export interface GenerateDialogProps {
  readonly onStarted: (jobId: string) => void
  readonly onClose: () => void
}

/** For which assets to propose scenarios. */
export const GenerateDialog = ({ onStarted, onClose }: GenerateDialogProps) => {
  const t = useText(messages).pages.inbox
  const org = useOrg()
  const notify = useNotify()
  const { assetTypes } = useKnowledge()
  const [units, setUnits] = useState<string[]>([])
  const [assets, setAssets] = useState<string[]>([])
  const [types, setTypes] = useState<string[]>([])
  const [busy, setBusy] = useState(false)
  const start = async () => {
    setBusy(true)
    try {
      const given = <K extends string>(key: K, list: string[]) => (list.length === 0 ? {} : { [key]: list })
      onStarted((await api.riskScenario.generate.call({ org, ...given('units', units), ...given('assets', assets), ...given('types', types) })).jobId)
    } catch (error) {
      notify.error(error)
      setBusy(false)
    }
  }
  return (
    <Modal open title={t.generateTitle} okText={t.start} confirmLoading={busy} onOk={() => void start()} onCancel={onClose}>
      <p>{t.generateText}</p>
      <p className="hg-label">{t.units}</p>
      <RecordSelect target="unit" multiple value={units} onChange={(value) => setUnits((value ?? []) as string[])} aria-label={t.units} />
      <p className="hg-help">{t.unitsHelp}</p>
      <p className="hg-label">{t.types}</p>
      <Select
        mode="multiple" className="rk-select" aria-label={t.types} value={types} onChange={setTypes} maxTagCount="responsive"
        showSearch={{ optionFilterProp: 'label' }} options={assetTypes.map(({ id, title }) => ({ value: id, label: title }))}
      />
      <p className="hg-help">{t.typesHelp}</p>
      <p className="hg-label">{t.assets}</p>
      <RecordSelect target="asset" multiple value={assets} onChange={(value) => setAssets((value ?? []) as string[])} aria-label={t.assets} />
      <p className="hg-help">{t.assetsHelp}</p>
    </Modal>
  )
}
