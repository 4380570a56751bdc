import { StatusTag, useText, valueLabel, type Renderers } from '@heng/web-kit'
import { messages } from '../../locales/index.ts'
import { ScheduleText } from '../schedule/ScheduleText.tsx'
import { DueCell } from './Due.tsx'
import { conclusionTones, resultTones } from './tones.ts'

export const Conclusion = ({ value }: { readonly value: string }) => {
  const text = useText(messages).nouns.testResult
  return <StatusTag tone={conclusionTones[value] ?? 'neutral'}>{valueLabel(text, 'conclusion', value)}</StatusTag>
}
export const ResultState = ({ value }: { readonly value: string }) => {
  const text = useText(messages).nouns.testResult
  return <StatusTag tone={resultTones[value] ?? 'neutral'}>{valueLabel(text, 'state', value)}</StatusTag>
}
const conclusion = (value: unknown) => (typeof value === 'string' ? <Conclusion value={value} /> : undefined)

export const testRenderers: Renderers = {
  schedule: (row) => <ScheduleText rule={row['schedule'] as string | null} />,
  nextDue: (row) => <DueCell nextDue={row['nextDue'] as string | null} overdue={row['overdue'] === true} />,
  lastConclusion: (row) => conclusion(row['lastConclusion']),
}
export const resultRenderers: Renderers = {
  state: (row) => <ResultState value={String(row['state'])} />,
  conclusion: (row) => conclusion(row['conclusion']),
  proposal: (row) => conclusion(row['proposal']),
}
