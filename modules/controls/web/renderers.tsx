import { StatusTag, useText, valueLabel, type Renderers, type Tone } from '@heng/web-kit'
import { messages } from '../locales/index.ts'
import { GaugeCell } from './effectiveness/Gauge.tsx'

export const tones: Readonly<Record<string, Tone>> = {
  implemented: 'good',
  inProgress: 'progress',
  planned: 'neutral',
  notWorking: 'bad',
  retired: 'neutral',
}

/** The state of a control in words with its tone. */
export const ControlState = ({ state }: { readonly state: string }) => {
  const text = useText(messages).nouns.control
  return <StatusTag tone={tones[state] ?? 'neutral'}>{valueLabel(text, 'state', state)}</StatusTag>
}

const DocumentLink = ({ href }: { readonly href: string }) => (
  <a href={href} target="_blank" rel="noreferrer noopener">
    {href}
  </a>
)

/** How fields of controls show themselves, in the register and in the record. */
export const renderers: Renderers = {
  state: (row) => <ControlState state={String(row['state'])} />,
  effectiveness: (row) => <GaugeCell percent={row['effectiveness'] as number | null} stale={row['effectivenessStale'] === true} />,
  documentLink: (row) =>
    typeof row['documentLink'] === 'string' && /^https?:\/\//i.test(row['documentLink']) ? (
      <DocumentLink href={row['documentLink']} />
    ) : undefined,
}
