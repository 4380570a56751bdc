import { RecordSelect, useText } from '@heng/web-kit'
import { Select } from 'antd'
import { messages } from '../../locales/index.ts'
import { useKnowledge } from '../base/useKnowledge.ts'

/** Empty lists stand for everything. */
export interface Scope {
  readonly units: readonly string[]
  readonly types: readonly string[]
  readonly assets: readonly string[]
}

/** Narrows a generation to units, types or assets. */
export const GenerateScope = ({ value, onChange }: { readonly value: Scope; readonly onChange: (value: Scope) => void }) => {
  const t = useText(messages).pages.inbox
  const { assetTypes } = useKnowledge()
  const records = (key: 'units' | 'assets', target: 'unit' | 'asset', label: string, help: string) => (
    <>
      <p className="hg-label">{label}</p>
      <RecordSelect target={target} multiple value={[...value[key]]} onChange={(ids) => onChange({ ...value, [key]: (ids ?? []) as string[] })} aria-label={label} />
      <p className="hg-help">{help}</p>
    </>
  )
  return (
    <details className="rk-generate-scope">
      <summary>{t.narrow}</summary>
      {records('units', 'unit', t.units, t.unitsHelp)}
      <p className="hg-label">{t.types}</p>
      <Select
        mode="multiple" className="rk-select" aria-label={t.types} value={[...value.types]} onChange={(types) => onChange({ ...value, types })} maxTagCount="responsive"
        showSearch={{ optionFilterProp: 'label' }} options={assetTypes.map(({ id, title }) => ({ value: id, label: title }))}
      />
      <p className="hg-help">{t.typesHelp}</p>
      {records('assets', 'asset', t.assets, t.assetsHelp)}
    </details>
  )
}
