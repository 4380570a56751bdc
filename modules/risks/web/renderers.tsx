import { NotGiven, OrgLink, StatusTag, useText, valueLabel, type AnyNounText, type Renderers, type Tone } from '@heng/web-kit'
import { messages } from '../locales/index.ts'
import type { Support } from '../contract/index.ts'
import { RiskLevel } from './base/RiskLevel.tsx'
import { SupportTag } from './risk/evidence/SupportTag.tsx'

type NounName = keyof (typeof messages)['en']['nouns']

const tones: Readonly<Record<string, Tone>> = {
  draft: 'neutral', inReview: 'progress', approved: 'good', superseded: 'neutral', proposed: 'progress', confirmed: 'good', merged: 'neutral', dismissed: 'neutral',
  open: 'progress', closed: 'neutral', none: 'neutral', requested: 'progress', escalated: 'progress', accepted: 'good', refused: 'bad', expired: 'warning', reopened: 'warning',
  replaced: 'neutral', withdrawn: 'neutral', planned: 'neutral', inProgress: 'progress', done: 'good', verified: 'good', cancelled: 'neutral', running: 'progress', concluded: 'good',
}

/** A state in words with its tone. */
export const State = ({ noun, field, value }: { readonly noun: NounName; readonly field: string; readonly value: string }) => {
  const text = useText(messages).nouns[noun] as unknown as AnyNounText
  return <StatusTag tone={tones[value] ?? 'neutral'}>{valueLabel(text, field, value)}</StatusTag>
}

const state = (noun: NounName, field: string): Renderers => ({
  [field]: (row) => (typeof row[field] === 'string' ? <State noun={noun} field={field} value={row[field]} /> : undefined),
})
const level = (field: string): Renderers => ({ [field]: (row) => <RiskLevel value={row[field] as number | null} /> })

export const criteriaRenderers: Renderers = state('riskCriteria', 'state')
export const riskRenderers: Renderers = {
  ...level('currentLevel'), ...level('residualLevel'), ...level('inherentLevel'), ...level('evidencedLevel'), support: (row) => <SupportTag value={row['support'] as Support | null} />, acceptedLevel: (row) => (row['acceptedLevel'] === null ? <NotGiven /> : undefined), ...state('risk', 'acceptance'), ...state('risk', 'status'),
}
export const measureRenderers: Renderers = state('treatmentMeasure', 'state')
export const planRenderers: Renderers = state('treatmentPlan', 'state')
export const acceptanceRenderers: Renderers = {
  ...state('riskAcceptance', 'state'), ...level('level'),
  risk: (row, labels) => <OrgLink to={`risks/${String(row['risk'])}`} className="hg-reference">{labels[String(row['risk'])]?.reference ?? ''}</OrgLink>,
}
export const assessmentRenderers: Renderers = state('riskAssessment', 'state')
