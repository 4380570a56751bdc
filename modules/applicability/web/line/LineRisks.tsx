import { wordingIn } from '@heng/contract'
import { RecordSelect } from '@heng/web-kit'
import { useState } from 'react'
import type { WorkingLine } from '../../contract/index.ts'
import { RiskItems } from '../RiskItems.tsx'
import type { SaveLine } from '../useLines.ts'
import { useWords } from '../words.ts'
import type { useLineRisks } from './useLineRisks.ts'

interface Props extends Pick<ReturnType<typeof useLineRisks>, 'linked' | 'suggested'> {
  readonly line: WorkingLine
  readonly save: SaveLine
  readonly frozen: boolean
}

/** The risks that a line rests on and those that suggest it, each a way to it, and the choice of others. */
export const LineRisks = ({ line, linked, suggested, save, frozen }: Props) => {
  const { t, locale } = useWords()
  const [choosing, setChoosing] = useState<string[]>()
  const choose = async (ids: string[]) => {
    setChoosing(ids)
    await save(line.id, { risks: ids.toSorted() })
    setChoosing(undefined)
  }
  return (
    <section>
      <h3>{t.line.linkedRisks}</h3>
      {linked === undefined && line.linkedRisks.count > 0 && <div className="hg-bone" role="status" />}
      {linked?.length === 0 && <p className="hg-muted">{t.line.noRisks}</p>}
      {linked !== undefined && <ul className="sa-list"><RiskItems risks={linked} /></ul>}
      {line.proposal !== null && suggested !== undefined && (
        <>
          <p className="hg-muted">{t.suggestions.heading}</p>
          <ul className="sa-list"><RiskItems risks={suggested} /></ul>
        </>
      )}
      {!frozen && linked !== undefined && (
        <RecordSelect
          target="risk"
          multiple
          aria-label={t.line.chooseRisks}
          value={choosing ?? linked.map((r) => r.id)}
          labels={Object.fromEntries(linked.map((r) => [r.id, { text: wordingIn(locale, r.title), reference: r.reference }]))}
          onChange={(ids) => void choose((ids ?? []) as string[])}
        />
      )}
    </section>
  )
}
