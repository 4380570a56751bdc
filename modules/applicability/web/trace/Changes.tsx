import { useActionWord } from '@heng/records/web/parts'
import { OrgLink, TimeText, useNounNamed } from '@heng/web-kit'
import type { Chain } from '../../contract/index.ts'

/** The latest changes of the records of a chain, the newest first. */
export const Changes = ({ changes }: Pick<Chain, 'changes'>) => (
  <>
    {changes.map((change) => (
      <Change key={change.id} change={change} />
    ))}
  </>
)

const Change = ({ change }: { readonly change: Chain['changes'][number] }) => {
  const kit = useNounNamed(change.noun)
  const word = useActionWord(change.noun)
  const name = `${kit?.text.one ?? change.noun} ${change.reference ?? ''}`
  return (
    <li>
      <span className="hg-muted">
        <TimeText value={change.at} />
      </span>
      <span>{change.by}</span>
      <span>{word(change.action)}</span>
      {kit === undefined ? name : <OrgLink to={`${kit.path}/${change.recordId}`}>{name}</OrgLink>}
    </li>
  )
}
