import type { Label } from '@heng/contract'
import { OrgLink } from '../app/links.tsx'
import { useNounNamed } from '../app/nounKit.ts'
import { useKitText } from '../text/text.ts'
import { PersonName } from './PersonName.tsx'

export type Labels = Readonly<Record<string, Label>>

/** Another record by its name, with a link where a room has a page for it; says so when the reader may not see it. */
export const RecordLink = ({ id, target, labels }: { readonly id: string; readonly target: string | undefined; readonly labels: Labels }) => {
  const t = useKitText()
  const kit = useNounNamed(target)
  const label = labels[id]
  if (label === undefined) return <span className="hg-muted">{t.values.hidden}</span>
  const name = target === 'person' ? <PersonName name={label.text} /> : <span className="hg-ellipsis">{label.text}</span>
  if (kit === undefined) return name
  return (
    <OrgLink to={`${kit.path}/${id}`} className="hg-record-link">
      {name}
    </OrgLink>
  )
}
