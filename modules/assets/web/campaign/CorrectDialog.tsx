import { fill } from '@heng/contract'
import { ErrorView, RecordForm, useNoun, useOrg, useRecord, useText, type FormOverrides } from '@heng/web-kit'
import { Alert, Modal } from 'antd'
import { asset } from '../../contract/index.ts'
import { messages } from '../../locales/index.ts'
import { api } from '../api.ts'
import type { Attestation } from './useAttestations.ts'

const shown: ReadonlySet<string> = new Set(['name', 'type', 'unit', 'owner', 'custodian', 'classification', 'confidentiality', 'integrity', 'availability', 'valuationReason', 'lifecycle'])
const overrides: FormOverrides = Object.fromEntries(Object.keys(asset.fields).filter((name) => !shown.has(name)).map((name) => [name, null]))

interface Props {
  readonly item: Attestation
  readonly onSaved: () => void
  readonly onCancel: () => void
}

/** Corrects what an attestation brought to light: ownership, valuation, life; then the asset counts as attested. */
export const CorrectDialog = ({ item, onSaved, onCancel }: Props) => {
  const t = useText(messages).pages.attest
  const org = useOrg()
  const { data: row, error, refetch } = useRecord(useNoun(asset), item.asset)
  const save = async (values: Readonly<Record<string, unknown>>, key: string) => {
    if (row === undefined) return
    const same = (name: string) => (values[name] ?? null) === (row[name] ?? null) || (values[name] === '' && row[name] == null)
    const changes = Object.fromEntries([...shown].filter((name) => !same(name)).map((name) => [name, values[name] === '' ? null : (values[name] ?? null)]))
    if (Object.keys(changes).length > 0) await api.asset.update.call({ org, id: row.id, version: row.version, values: changes as never }, { context: { idempotencyKey: key } })
    onSaved()
  }
  return (
    <Modal open width={720} title={fill(t.correctTitle, { name: item.assetName })} footer={null} onCancel={onCancel} destroyOnHidden className="as-correct">
      {error !== null ? <ErrorView error={error} onRetry={() => void refetch()} />
      : row === undefined ? <div className="hg-bone" role="status" />
      : !row.allowed.includes('update') ? <Alert type="warning" showIcon title={t.mayNotCorrect} />
      : <>
          <p className="hg-muted">{t.correctText}</p>
          <RecordForm noun={asset} values={row} labels={row.labels} overrides={overrides} onSubmit={save} onCancel={onCancel} />
        </>}
    </Modal>
  )
}
