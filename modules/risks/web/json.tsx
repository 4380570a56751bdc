import type { JsonRenderers } from '@heng/web-kit'
import { lazy, Suspense, type ReactNode } from 'react'
import type { AcceptanceRule, ControlEffects, Effects, Rating, Scales } from '../contract/index.ts'

const later = (node: ReactNode): ReactNode => <Suspense fallback={<div className="hg-bone" />}>{node}</Suspense>
const Acceptance = lazy(async () => ({ default: (await import('./criteria/read.tsx')).AcceptanceView }))
const ScalesView = lazy(async () => ({ default: (await import('./criteria/read.tsx')).ScalesView }))
const Definition = lazy(async () => ({ default: (await import('./criteria/read.tsx')).DefinitionView }))
const RatingView = lazy(async () => ({ default: (await import('./risk/rating/RatingView.tsx')).RatingView }))
const EffectsView = lazy(async () => ({ default: (await import('./measure/EffectsView.tsx')).EffectsView }))
const ControlEffectsView = lazy(async () => ({ default: (await import('./risk/evidence/ControlEffectsView.tsx')).ControlEffectsView }))
const RiskLevel = lazy(async () => ({ default: (await import('./base/RiskLevel.tsx')).RiskLevel }))
const MethodName = lazy(async () => ({ default: (await import('./base/MethodName.tsx')).MethodName }))
const People = lazy(async () => ({ default: (await import('./base/People.tsx')).People }))

const method = (value: unknown): ReactNode => <Suspense fallback={String(value)}><MethodName value={value as string} /></Suspense>

/** Structured fields to read, wherever a value of them is shown: record, history, approval. Loaded when first needed. */
export const criteriaJson: JsonRenderers = {
  acceptance: (value) => later(<Acceptance rules={value as readonly AcceptanceRule[]} />),
  scales: (value) => later(<ScalesView scales={value as Scales} />),
  definition: (value) => later(<Definition definition={value as never} />),
  method,
}
const rating = (value: unknown): ReactNode => later(<RatingView rating={value as Rating} />)
// Levels are named by the criteria in force, which the kit does not know.
const level = (value: unknown): ReactNode => <Suspense fallback={<span className="hg-figure">{String(value)}</span>}><RiskLevel value={value as number} /></Suspense>
export const riskJson: JsonRenderers = { inherent: rating, current: rating, inherentLevel: level, currentLevel: level, residualLevel: level, evidencedLevel: level, acceptedLevel: level, method, controlEffects: (value, labels) => later(<ControlEffectsView effects={value as ControlEffects} labels={labels} />) }
export const acceptanceJson: JsonRenderers = { level }
const people: JsonRenderers[string] = (value, labels) => later(<People ids={value as readonly string[]} labels={labels} />)
export const measureJson: JsonRenderers = { effects: (value, labels) => later(<EffectsView effects={value as Effects} labels={labels} />), riskOwners: people }
export const planJson: JsonRenderers = { approvers: people }
