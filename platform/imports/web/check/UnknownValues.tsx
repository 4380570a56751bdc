import { fill } from '@heng/contract'
import { fieldLabel, useKitText, useText, type NounKit } from '@heng/web-kit'
import { Button } from 'antd'
import { useState } from 'react'
import type { Mapping } from '../../contract/index.ts'
import { messages } from '../../locales/index.ts'
import type { Details } from '../api.ts'
import { withMeaning } from '../map/draft.ts'
import { ValueText } from '../map/ValueText.tsx'
import type { Verbs } from '../session/useSession.ts'
import { Where } from './Problems.tsx'

interface Props {
  readonly kit: NounKit
  readonly details: Details
  readonly mapping: Mapping
  readonly verbs: Verbs
}

const shownAtFirst = 12

/** Texts of the file that mean nothing here yet: each is given a meaning once, for all rows and for the next file. */
export const UnknownValues = ({ kit, details, mapping, verbs }: Props) => {
  const t = useText(messages).page.check
  const kitText = useKitText()
  const [draft, setDraft] = useState(mapping)
  const [all, setAll] = useState(false)
  const { unknownValues } = details
  if (unknownValues.length === 0) return null
  const shown = all ? unknownValues : unknownValues.slice(0, shownAtFirst)
  return (
    <section className="im-card" aria-labelledby="im-unknown">
      <h2 id="im-unknown">{t.unknown}</h2>
      <p className="hg-muted">{t.unknownHelp}</p>
      <ul className="im-values">
        {shown.map(({ field, value, rows, firstLine }) => {
          const name = fieldLabel(kit.text, kitText, field)
          return (
            <li key={`${field} ${value}`}>
              <span>
                <span className="hg-muted">{name}</span> <b className="im-said">{value}</b>{' '}
                <Where rows={rows} firstLine={firstLine} />
              </span>
              <ValueText
                kit={kit}
                name={field}
                labels={details.labels}
                mayBeEmpty
                aria-label={fill(t.meaningOf, { value, field: name })}
                value={draft.valueMaps[field]?.[value]}
                onChange={(text) => setDraft(withMeaning(draft, field, value, text))}
              />
            </li>
          )
        })}
      </ul>
      <div className="im-bar">
        {shown.length < unknownValues.length && <Button onClick={() => setAll(true)}>{t.more}</Button>}
        <Button type="primary" ghost disabled={draft === mapping} loading={verbs.busy} onClick={() => void verbs.check(draft)}>
          {t.recheck}
        </Button>
      </div>
    </section>
  )
}
