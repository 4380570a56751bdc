import './exception.css'
import { DateText, PersonName, StatusTag, useText, valueLabel, type AnyRecord, type Renderers, type Tone } from '@heng/web-kit'
import { messages } from '../../locales/index.ts'

const tones: Readonly<Record<string, Tone>> = { draft: 'neutral', inReview: 'progress', approved: 'good', ended: 'neutral', expired: 'warning' }

const State = ({ value }: { readonly value: string }) => {
  const text = useText(messages).nouns.vulnerabilityException
  return <StatusTag tone={tones[value] ?? 'neutral'}>{valueLabel(text, 'state', value)}</StatusTag>
}

/** What decides about an acceptance, before everything else. */
export const ExceptionFacts = ({ row }: { readonly row: AnyRecord }) => {
  const { fields } = useText(messages).nouns.vulnerabilityException
  const by = row['requestedBy'] as string | null
  return (
    <dl className="vx-facts">
      <div><dt>{fields.state}</dt><dd><State value={String(row['state'])} /></dd></div>
      <div><dt>{fields.until}</dt><dd><DateText value={row['until'] as string} /></dd></div>
      {by !== null && <div><dt>{fields.requestedBy}</dt><dd><PersonName name={row.labels[by]?.text ?? ''} /></dd></div>}
    </dl>
  )
}

export const exceptionRenderers: Renderers = { state: (row) => <State value={String(row['state'])} /> }
