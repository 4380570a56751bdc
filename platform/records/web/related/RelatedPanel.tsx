import { fill } from '@heng/contract'
import { ErrorView, OrgLink, PersonName, useKitText, useNounNamed, useOrg, valueLabel, type RecordPanelProps } from '@heng/web-kit'
import { useQuery } from '@tanstack/react-query'
import type { RelatedGroup } from '../../contract/index.ts'
import { api } from '../api.ts'
import { Bones } from '../parts/Bones.tsx'
import { useWords } from '../text.ts'
import '../records.css'

/** Records of other registers that refer to this one, by register. */
export const Component = ({ noun, row }: RecordPanelProps) => {
  const t = useWords().related
  const org = useOrg()
  const query = useQuery(api.related.list.queryOptions({ input: { org, noun: noun.name, recordId: row.id } }))
  if (query.isPending) return <Bones lines={3} />
  if (query.error !== null) return <ErrorView error={query.error} onRetry={() => void query.refetch()} />
  const { groups } = query.data
  if (groups.length === 0) return <p className="rec-empty">{t.empty}</p>
  return <div className="rec-related">{groups.map((group) => <Group key={group.noun} group={group} id={row.id} />)}</div>
}

const Group = ({ group: { noun, items, total, totalCapped }, id }: { readonly group: RelatedGroup; readonly id: string }) => {
  const t = useWords().related
  const kitText = useKitText()
  const kit = useNounNamed(noun)
  // A register without pages has nothing to open, so it is not shown as if it had.
  if (kit === undefined) return null
  const count = totalCapped ? fill(t.capped, { count: total }) : String(total)
  const filter = [...new Set(items.flatMap((item) => item.fields))].find((field) => kit.noun.fields[field]?.filterable)
  return (
    <section>
      <h3>{kit.text.many} <span className="hg-muted hg-figure">{count}</span></h3>
      <ul>
        {items.map(({ id: other, reference, text, archived, fields }) => (
          <li key={other} data-archived={archived}>
            <OrgLink to={`${kit.path}/${other}`}><span className="hg-reference">{reference}</span> {noun === 'person' ? <PersonName name={text} /> : valueLabel(kit.text, kit.noun.label, text)}</OrgLink>
            <span className="hg-muted">{fill(t.as, { fields: fields.map((field) => kit.text.fields[field] ?? field).join(kitText.values.separator) })}</span>
            {archived && <span className="hg-tag">{t.archived}</span>}
          </li>
        ))}
      </ul>
      {total > items.length && filter !== undefined && (
        <OrgLink to={`${kit.path}?filter%5B${filter}%5D=${id}`}>{fill(t.more, { count })}</OrgLink>
      )}
    </section>
  )
}
