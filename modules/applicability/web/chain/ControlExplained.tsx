import { EffectivenessExplained } from '@heng/controls/web/parts'
import { DateText } from '@heng/web-kit'
import type { ControlNode } from '../../contract/index.ts'
import { useWords } from '../words.ts'
import { Facts } from './Facts.tsx'

/** A control: who answers for it, since when it is what it is, and how its effectiveness comes about, down to results and people. */
export const ControlExplained = ({ node }: { readonly node: ControlNode }) => {
  const { t } = useWords()
  const since = node.state === 'implemented' ? (node.at ?? node.stateSince) : node.stateSince
  return (
    <>
      <Facts
        facts={[
          [t.chain.owner, node.owner],
          [t.drift.since, since === null ? null : <DateText value={since.slice(0, 10)} />],
        ]}
      />
      <EffectivenessExplained control={node.id} />
    </>
  )
}
