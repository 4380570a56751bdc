import { OrgLink, StatusTag, useText, valueLabel, type AnyNounText, type Renderers, type Tone } from '@heng/web-kit'
import type { Money } from '@heng/contract'
import { messages } from '../locales/index.ts'
import { MoneyAmount } from './base/Amount.tsx'

export const tones: Readonly<Record<string, Tone>> = { notSimulated: 'neutral', fresh: 'good', outdated: 'warning', waiting: 'progress', done: 'good', cancelled: 'neutral', failed: 'bad' }

type NounName = 'quantification' | 'lossRun' | 'measureChoice'

const State = ({ noun, value }: { readonly noun: NounName; readonly value: string }) => {
  const text = useText(messages).nouns[noun] as unknown as AnyNounText
  return <StatusTag tone={tones[value] ?? 'neutral'}>{valueLabel(text, 'state', value)}</StatusTag>
}
const state = (noun: NounName): Renderers => ({ state: (row) => <State noun={noun} value={String(row['state'])} /> })
const money = (...names: readonly string[]): Renderers => Object.fromEntries(names.map((name) => [name, (row) => <MoneyAmount money={row[name] as Money | null} />]))
const amounts = money('currentLoss', 'valueAtRisk', 'inherentLoss', 'plannedLoss', 'cost', 'lossBefore', 'lossAfter')

export const lossRenderers: Renderers = {
  ...state('quantification'), ...amounts,
  risk: (row, labels) => <OrgLink to={`risks/${String(row['risk'])}`} className="hg-reference">{labels[String(row['risk'])]?.reference ?? ''}</OrgLink>,
}
export const runRenderers: Renderers = { ...state('lossRun'), ...amounts }
export const choiceRenderers: Renderers = { ...state('measureChoice'), ...amounts }
