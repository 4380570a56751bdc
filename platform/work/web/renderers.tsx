import { NotGiven, OrgLink, StatusTag, useText, type Renderers, type Tone } from '@heng/web-kit'
import type { WorkState } from '../contract/index.ts'
import { messages } from '../locales/index.ts'
import { DueText } from './inbox/DueText.tsx'

const tones: Readonly<Record<WorkState, Tone>> = { open: 'progress', done: 'good', cancelled: 'neutral' }

const StateText = ({ state }: { readonly state: WorkState }) => {
  const t = useText(messages)
  return <StatusTag tone={tones[state]}>{t.nouns.workItem.values.state[state]}</StatusTag>
}

/** How single fields of work are shown on its page. */
export const renderers: Renderers = {
  state: (row) => <StateText state={row['state'] as WorkState} />,
  kind: (row) => String(row['kindLabel'] ?? row['kind']),
  dueOn: (row) => (row['dueOn'] === null ? <NotGiven /> : <DueText day={row['dueOn'] as string} open={row['state'] === 'open'} />),
  subjectReference: (row) => {
    const reference = row['subjectReference']
    if (reference === null) return <NotGiven />
    return typeof row['link'] === 'string' ? <OrgLink to={row['link']}>{String(reference)}</OrgLink> : String(reference)
  },
}
