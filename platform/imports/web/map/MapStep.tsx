import { fill } from '@heng/contract'
import { useLocale, useText, type NounKit } from '@heng/web-kit'
import { Alert, Button } from 'antd'
import { useState } from 'react'
import { messages } from '../../locales/index.ts'
import type { Details } from '../api.ts'
import type { Verbs } from '../session/useSession.ts'
import { ColumnTable } from './ColumnTable.tsx'
import { Defaults } from './Defaults.tsx'
import { KeyChoice } from './KeyChoice.tsx'
import { Meanings } from './Meanings.tsx'
import { useRefusal } from './useRefusal.ts'

interface Props {
  readonly kit: NounKit
  readonly details: Details
  readonly verbs: Verbs
  readonly onChecked: () => void
}

/** Second step: which column is which field, how records are recognised, what stands in for what is missing. */
export const MapStep = ({ kit, details, verbs, onChecked }: Props) => {
  const t = useText(messages).page
  const locale = useLocale()
  const [mapping, setMapping] = useState(details.suggested)
  const mayMap = details.allowed.includes('map')
  const disabled = !mayMap || verbs.busy
  const { reading } = details
  const { page, refusal, setSent } = useRefusal(verbs, mapping)
  const save = async () => {
    setSent(mapping)
    if (await verbs.check(mapping)) onChecked()
  }
  return (
    <div className="im-page" ref={page}>
      {reading.problems.length > 0 && (
        <Alert type="warning" showIcon title={t.file.problems} description={<ul className="im-list">{reading.problems.map((problem) => <li key={problem.en}>{problem[locale]}</li>)}</ul>} />
      )}
      <section className="im-card im-card-wide" aria-labelledby="im-columns">
        <h2 id="im-columns">{fill(t.map.count, { mapped: mapping.columns.length, all: reading.header.length })}</h2>
        <p className="hg-muted">{t.map.intro}</p>
        <ColumnTable kit={kit} details={details} mapping={mapping} refusal={refusal} onChange={setMapping} disabled={disabled} />
      </section>
      <div className="im-halves">
        <KeyChoice kit={kit} keys={details.keys} mapping={mapping} refusal={refusal} onChange={setMapping} disabled={disabled} />
        {mayMap && <Defaults kit={kit} details={details} mapping={mapping} refusal={refusal} onChange={setMapping} />}
      </div>
      {mayMap && <Meanings kit={kit} details={details} mapping={mapping} onChange={setMapping} />}
      {refusal.rest.length > 0 && <Alert type="error" showIcon title={<ul className="im-list">{refusal.rest.map((message) => <li key={message}>{message}</li>)}</ul>} />}
      {mayMap && (
        <div className="im-bar">
          <Button type="primary" size="large" loading={verbs.busy} disabled={mapping.columns.length === 0} onClick={() => void save()}>
            {t.map.save}
          </Button>
        </div>
      )}
    </div>
  )
}
