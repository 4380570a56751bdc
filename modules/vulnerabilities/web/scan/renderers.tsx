import { StatusTag, useText, valueLabel, type AnyNounText, type Renderers, type Tone } from '@heng/web-kit'
import { messages } from '../../locales/index.ts'

const tones: Readonly<Record<string, Tone>> = { waiting: 'neutral', running: 'progress', done: 'good', failed: 'bad', cancelled: 'neutral', matched: 'good', unmatched: 'warning', ignored: 'neutral' }

/** The state of a scan or of a target in words with its tone. */
export const StateOf = ({ noun, value }: { readonly noun: 'vulnerabilityScan' | 'scanTarget'; readonly value: string }) => {
  const text = useText(messages).nouns[noun] as unknown as AnyNounText
  return <StatusTag tone={tones[value] ?? 'neutral'}>{valueLabel(text, 'state', value)}</StatusTag>
}

export const scanRenderers: Renderers = { state: (row) => <StateOf noun="vulnerabilityScan" value={String(row['state'])} /> }
export const targetRenderers: Renderers = { state: (row) => <StateOf noun="scanTarget" value={String(row['state'])} /> }
