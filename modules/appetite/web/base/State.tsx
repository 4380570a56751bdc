import { StatusTag, useText, valueLabel, type AnyNounText, type Renderers, type Tone } from '@heng/web-kit'
import { messages } from '../../locales/index.ts'
import type { Standing } from '../../contract/index.ts'

type NounName = keyof (typeof messages)['en']['nouns']

const tones: Readonly<Record<string, Tone>> = {
  draft: 'neutral', inReview: 'progress', approved: 'good', superseded: 'neutral', breach: 'bad', watch: 'warning', within: 'good', notAssessed: 'neutral', open: 'progress', answered: 'good', closed: 'neutral',
  withdrawn: 'neutral', green: 'good', amber: 'warning', red: 'bad', noData: 'neutral', stale: 'neutral', noted: 'progress', watching: 'warning', becameScenario: 'good', becameRisk: 'good', dismissed: 'neutral', duplicate: 'neutral',
}

/** A state in words with its tone. */
export const State = ({ noun, field, value }: { readonly noun: NounName; readonly field: string; readonly value: string }) => {
  const text = useText(messages).nouns[noun] as unknown as AnyNounText
  // What is open is waited for; a breach that is open is bad.
  const tone = noun === 'toleranceBreach' && value === 'open' ? 'bad' : (tones[value] ?? 'neutral')
  return <StatusTag tone={tone}>{valueLabel(text, field, value)}</StatusTag>
}

export const StandingTag = ({ value }: { readonly value: Standing }) => <State noun="appetitePosition" field="standing" value={value} />

/** Shows these fields of a noun as states. */
export const states = (noun: NounName, ...fields: readonly string[]): Renderers =>
  Object.fromEntries(fields.map((field) => [field, (row) => (typeof row[field] === 'string' ? <State noun={noun} field={field} value={row[field]} /> : undefined)] satisfies [string, Renderers[string]]))
