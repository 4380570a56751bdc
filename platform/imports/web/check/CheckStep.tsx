import { fill } from '@heng/contract'
import { formatNumber, useLocale, useText, type NounKit } from '@heng/web-kit'
import { Alert, Button } from 'antd'
import { messages } from '../../locales/index.ts'
import type { Details } from '../api.ts'
import type { Verbs } from '../session/useSession.ts'
import { Problems } from './Problems.tsx'
import { RowTabs } from './RowTabs.tsx'
import { UnknownValues } from './UnknownValues.tsx'

interface Props {
  readonly kit: NounKit
  readonly details: Details
  readonly verbs: Verbs
  readonly onBack: () => void
}

/** Third step: what the file would do, row by row, before anything is written. */
export const CheckStep = ({ kit, details, verbs, onBack }: Props) => {
  const t = useText(messages).page.check
  const locale = useLocale()
  const { counts, allowed, mapping, version } = details
  if (counts === null || mapping === null) return null
  const writes = counts.create + counts.update
  const may = (verb: Details['allowed'][number]) => allowed.includes(verb)
  return (
    <>
      <div className="im-plan">
        {may('apply') && writes > 0 && (
          <Button type="primary" size="large" loading={verbs.busy} onClick={verbs.apply}>
            {writes === 1 ? t.applyOne : fill(t.apply, { count: formatNumber(writes, locale) })}
          </Button>
        )}
        {!may('apply') && may('check') && (
          <Button type="primary" size="large" loading={verbs.busy} onClick={() => void verbs.check(mapping)}>
            {t.recheck}
          </Button>
        )}
        {may('map') && (
          <Button size="large" onClick={onBack}>
            {t.back}
          </Button>
        )}
        {may('apply') && writes > 0 && <p className="hg-muted">{counts.error === 0 ? t.applyNoteClean : fill(t.applyNote, { error: formatNumber(counts.error, locale) })}</p>}
      </div>
      {may('apply') && writes === 0 && counts.error === 0 && <Alert type="success" showIcon title={t.nothingToDo} />}
      <Problems kit={kit} details={details} />
      {may('map') && <UnknownValues key={version} kit={kit} details={details} mapping={mapping} verbs={verbs} />}
      <RowTabs kit={kit} details={details} counts={counts} first={['error', 'update', 'create', 'unchanged']} />
    </>
  )
}
