import { StatusTag, useText, valueLabel, type AnyNounText, type Renderers } from '@heng/web-kit'
import { messages } from '../../locales/index.ts'

const State = ({ value }: { readonly value: string }) => {
  const text = useText(messages).nouns.liveCheck as unknown as AnyNounText
  return <StatusTag tone={value === 'active' ? 'good' : 'neutral'}>{valueLabel(text, 'state', value)}</StatusTag>
}

export const liveRenderers: Renderers = { state: (row) => <State value={String(row['state'])} /> }
