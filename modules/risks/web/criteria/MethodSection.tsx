import './criteria.css'
import { fill } from '@heng/contract'
import { lintDefinition, validateDefinition, type MethodDefinition, type Stage } from '@heng/engine-risk'
import { useLocale, useText, type AnyRecord } from '@heng/web-kit'
import { Alert } from 'antd'
import { useState } from 'react'
import { messages } from '../../locales/index.ts'
import { Section } from './Section.tsx'
import { StageTable } from './StageTable.tsx'
import { useSaveCriteria } from './useSaveCriteria.ts'

const withCell = (definition: MethodDefinition, stageId: string, row: number, column: number, value: number): MethodDefinition => ({
  ...definition,
  stages: definition.stages.map((stage) =>
    stage.id !== stageId || stage.kind !== 'table' ? stage
    : { ...stage, cells: stage.cells.map((line, r) => (r === row ? line.map((cell, c) => (c === column ? value : cell)) : line)) }),
})

/** Factors and tables of the method; in a draft each cell can be changed, and what contradicts itself is said at once. */
export const MethodSection = ({ row, editable }: { readonly row: AnyRecord; readonly editable: boolean }) => {
  const t = useText(messages).pages.criteria
  const locale = useLocale()
  const stored = row['definition'] as MethodDefinition
  const [draft, setDraft] = useState<MethodDefinition>()
  const { save, busy } = useSaveCriteria(row)
  const definition = draft ?? stored
  const check = validateDefinition(definition)
  const findings = check.ok ? lintDefinition(check.definition) : []
  const remarks = check.ok ? findings.filter((f) => f.severity !== 'info').map((f) => f.message[locale]) : check.problems.map((p) => p.message[locale])
  const title = !check.ok ? t.unsound : findings.some((f) => f.severity === 'error') ? t.contradicts : remarks.length > 0 ? t.lint : t.lintNone
  return (
    <Section
      title={t.method}
      about={definition.note[locale]}
      edit={!editable ? undefined : {
        on: draft !== undefined, busy, blocked: !check.ok,
        start: () => setDraft(stored), cancel: () => setDraft(undefined),
        save: () => void save({ definition }).then((ok) => ok && setDraft(undefined)),
      }}
    >
      <p className="rk-method">
        <b>{definition.title[locale]}</b>
        {definition.status === 'legacy' && <span className="hg-tag">{t.legacy}</span>}
        <span className="hg-muted">{fill(t.version, { version: definition.version })}</span>
        <code title={String(row['definitionHash'])}>{fill(t.fingerprint, { hash: String(row['definitionHash']).slice(0, 16) })}</code>
      </p>
      <h3>{t.factor}</h3>
      <ul className="rk-factors">
        {definition.factors.map((factor) => (
          <li key={factor.id}>
            {factor.title[locale]}
            <span className="hg-muted">
              {factor.min}–{factor.max}
              {factor.id === 'asset' && ` · ${t.fromAsset}`}
              {factor.optional === true && ` · ${t.optional}`}
            </span>
          </li>
        ))}
      </ul>
      <h3>{t.ours}</h3>
      {(draft !== undefined || remarks.length > 0) && (
        <Alert
          className="rk-notice rk-lint"
          type={!check.ok ? 'error' : remarks.length > 0 ? 'warning' : 'success'}
          showIcon
          title={title}
          description={remarks.length === 0 ? undefined : <ul className="rk-bullets">{remarks.slice(0, 6).map((text) => <li key={text}>{text}</li>)}</ul>}
        />
      )}
      <div className="rk-stages">
        {definition.stages.map((stage, n) => (
          <div key={stage.id}>
            <h4>{fill(t.stage, { n: n + 1, title: stage.title[locale] })}</h4>
            <StageBody definition={definition} stage={stage} onCell={draft === undefined ? undefined : (r, c, value) => setDraft(withCell(definition, stage.id, r, c, value))} />
            {stage.bands !== undefined && <p className="hg-help">{fill(t.bands, { bands: bandText(stage.bands) })}</p>}
          </div>
        ))}
      </div>
    </Section>
  )
}

const bandText = (bands: readonly number[]): string => bands.map((edge, i) => `${i + 1}: ≤ ${edge}`).join(' · ')

/** The table or formula of a step. */
export const StageBody = ({ definition, stage, onCell }: { readonly definition: MethodDefinition; readonly stage: Stage; readonly onCell?: ((row: number, column: number, value: number) => void) | undefined }) => {
  const t = useText(messages).pages.criteria
  const locale = useLocale()
  if (stage.kind === 'table') return <StageTable definition={definition} stage={stage} onCell={onCell} />
  const names = stage.factors.map((id) => [...definition.factors, ...definition.stages].find((f) => f.id === id)?.title[locale] ?? id)
  return <p>{fill(t.formula, { formula: `√(${names.join(' × ')})` })}</p>
}
