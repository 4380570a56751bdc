import './changes.css'
import type { Label } from '@heng/contract'
import { useFieldNames, useFieldValue } from '@heng/records/web/parts'
import { NotGiven, RecordLink } from '@heng/web-kit'
import type { ReactNode } from 'react'
import { useWords } from './words.ts'

type Labels = Readonly<Record<string, Label>>

/** What an asset depends on is no field of its noun, but is shown like one. */
export const useSpecial = (noun: string, labels: Labels) => {
  const t = useWords().page.editor
  const names = useFieldNames(noun)
  const values = useFieldValue(noun, labels)
  const isLinks = (field: string) => noun === 'asset' && field === 'dependsOn'
  const links = (ids: readonly string[]): ReactNode => (ids.length === 0 ? <NotGiven /> : <span className="hg-records">{ids.map((id) => <RecordLink key={id} id={id} target="asset" labels={labels} />)}</span>)
  return {
    nameOf: (field: string) => (isLinks(field) ? t.dependsOn : names(field)),
    valueOf: (field: string, value: unknown): ReactNode => (isLinks(field) ? links((value ?? []) as readonly string[]) : values(field, value)),
  }
}

export interface FieldChangesProps {
  readonly noun: string
  readonly changes: readonly { readonly field: string; readonly before: unknown; readonly after: unknown; readonly current?: unknown; readonly standing?: string }[]
  readonly labels: Labels
  /** A new record has no “before”. */
  readonly isNew?: boolean
}

/** Fields before and after, in the words of their noun; where somebody else changed one, what it says today. */
export const FieldChanges = ({ noun, changes, labels, isNew = false }: FieldChangesProps) => {
  const t = useWords().page
  const { nameOf, valueOf } = useSpecial(noun, labels)
  return (
    <dl className="ch-fields">
      {changes.map(({ field, before, after, current, standing }) => (
        <div key={field} data-standing={standing}>
          <dt>{nameOf(field)}</dt>
          <dd>
            {!isNew && (
              <>
                <span className="ch-before"><span className="hg-visually-hidden">{t.effect.before}: </span>{valueOf(field, before)}</span>
                <span className="ch-arrow" aria-hidden="true">→</span>
              </>
            )}
            <span className="ch-after"><span className="hg-visually-hidden">{t.effect.after}: </span>{valueOf(field, after)}</span>
            {standing === 'clash' && <span className="ch-current">{t.items.current}{valueOf(field, current)}</span>}
          </dd>
        </div>
      ))}
    </dl>
  )
}

