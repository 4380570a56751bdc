import { useNotify, useOrg, useText } from '@heng/web-kit'
import { Modal, Radio } from 'antd'
import { useId, useState } from 'react'
import type { Generation } from '../../contract/index.ts'
import { messages } from '../../locales/index.ts'
import { api } from '../base/api.ts'
import { GeneratePreview } from './GeneratePreview.tsx'
import { GenerateScope, type Scope } from './GenerateScope.tsx'

export interface GenerateDialogProps {
  readonly onStarted: (jobId: string) => void
  readonly onClose: () => void
}

type Choices = Pick<Generation, 'only' | 'combine' | 'depth'>

/** Which assets to begin with, how to gather them and how far to go; says beforehand how many scenarios will come. */
export const GenerateDialog = ({ onStarted, onClose }: GenerateDialogProps) => {
  const t = useText(messages).pages.inbox
  const org = useOrg()
  const notify = useNotify()
  const id = useId()
  const [scope, setScope] = useState<Scope>({ units: [], types: [], assets: [] })
  const [choices, setChoices] = useState<Choices>({ only: 'key', combine: 'alike', depth: 'likely' })
  const [busy, setBusy] = useState(false)
  const named = scope.assets.length > 0
  const wanted = { ...choices, ...Object.fromEntries(Object.entries(scope).filter(([, list]) => list.length > 0)) }
  const start = async () => {
    setBusy(true)
    try {
      onStarted((await api.riskScenario.generate.call({ org, ...wanted })).jobId)
    } catch (error) {
      notify.error(error)
      setBusy(false)
    }
  }
  const choice = <K extends keyof Choices>(key: K, label: string, options: readonly { readonly value: Choices[K]; readonly label: string }[]) => (
    <>
      <p className="hg-label" id={`${id}-${key}`}>{label}</p>
      <Radio.Group
        className="rk-radios" aria-labelledby={`${id}-${key}`} value={choices[key]} options={[...options]}
        onChange={(event) => setChoices({ ...choices, [key]: event.target.value as Choices[K] })}
      />
    </>
  )
  return (
    <Modal open title={t.generateTitle} okText={t.start} confirmLoading={busy} onOk={() => void start()} onCancel={onClose} footer={(buttons) => (
      <div className="rk-generate-foot">
        <GeneratePreview wanted={wanted} />
        <span className="rk-buttons">{buttons}</span>
      </div>
    )}>
      <p>{t.generateText}</p>
      {!named && choice('only', t.only, [{ value: 'key', label: t.onlyKey }, { value: 'all', label: t.onlyAll }])}
      {choice('combine', t.gather, [{ value: 'alike', label: t.gatherAlike }, { value: 'none', label: t.gatherNone }])}
      {choice('depth', t.depth, [{ value: 'likely', label: t.depthLikely }, { value: 'all', label: t.depthAll }])}
      <GenerateScope value={scope} onChange={setScope} />
    </Modal>
  )
}
