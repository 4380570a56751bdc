import '../controls.css'
import { fill } from '@heng/contract'
import { formatNumber, OrgLink, useLocale, useNounNamed, useRecord, useText, type RecordPanelProps } from '@heng/web-kit'
import { Button } from 'antd'
import { useState } from 'react'
import type { TestItem } from '../../contract/index.ts'
import { messages } from '../../locales/index.ts'
import { ConcludeForm } from './ConcludeForm.tsx'
import { Concluded } from './Concluded.tsx'
import { DrawDialog } from './DrawDialog.tsx'
import { ItemList } from './ItemList.tsx'
import { Suggestion } from './Suggestion.tsx'
import { useDraft } from './useDraft.ts'

/** A test being carried out: what to do, the sample and its items, what it suggests, the conclusion. Once concluded, the same to read. */
export const Component = ({ row }: RecordPanelProps) => {
  const t = useText(messages).tests.result
  const locale = useLocale()
  const { data: test } = useRecord(useNounNamed('controlTest')!, row['test'] as string)
  const draft = useDraft(row, t.saved)
  const [drawing, setDrawing] = useState(false)
  const mine = row.allowed.includes('conclude')
  const { items } = draft
  const done = items.filter(({ outcome }) => outcome !== null).length
  const rest = () => draft.setAll(items.map((item): TestItem => (item.outcome === null ? { ...item, outcome: 'pass' } : item)))
  return (
    <div className="ct-test">
      {row['replaces'] !== null && (
        <p>
          <OrgLink to={`test-results/${row['replaces'] as string}`}>
            {fill(t.corrects, { reference: row.labels[row['replaces'] as string]?.reference ?? '', reason: String(row['replacementReason'] ?? '') })}
          </OrgLink>
        </p>
      )}
      {test?.['procedure'] != null && (
        <section>
          <h3>{t.whatToDo}</h3>
          <p className="hg-prose">{String(test['procedure'])}</p>
        </section>
      )}
      {test?.['evidence'] != null && (
        <section>
          <h3>{t.evidence}</h3>
          <p className="hg-prose">{String(test['evidence'])}</p>
          {mine && <p className="hg-help">{fill(t.evidenceHow, { files: t.files })}</p>}
        </section>
      )}
      <section>
        <div className="ct-head">
          <h3>{t.items}</h3>
          {mine && (
            <Button onClick={() => setDrawing(true)} disabled={draft.isDirty}>
              {row['seed'] === null ? t.draw : t.drawAgain}
            </Button>
          )}
        </div>
        {row['seed'] !== null && (
          <p className="hg-help">{fill(t.sampled, { population: formatNumber(row['populationSize'] as number, locale), seed: String(row['seed']) })}</p>
        )}
        {items.length === 0 && row['examined'] === null && <p className="hg-muted">{t.noSample}</p>}
        {items.length > 0 && (
          <>
            <p role="status">{fill(t.progress, { done, count: items.length, deviations: items.filter(({ outcome }) => outcome === 'deviation').length })}</p>
            <ItemList items={items} {...(mine ? { onChange: draft.set } : {})} />
            {mine && (
              <div className="ct-tools">
                <Button type="primary" loading={draft.busy} disabled={!draft.isDirty} onClick={() => void draft.save()}>{t.save}</Button>
                <Button disabled={done === items.length} onClick={rest}>{t.allPass}</Button>
                {draft.isDirty && <span className="hg-muted">{t.unsaved}</span>}
              </div>
            )}
          </>
        )}
      </section>
      <Suggestion row={row} />
      {mine ? <ConcludeForm row={row} items={items} save={draft.save} isDirty={draft.isDirty} /> : <Concluded row={row} />}
      {drawing && <DrawDialog row={row} test={test} close={() => setDrawing(false)} />}
    </div>
  )
}
