import { fill } from '@heng/contract'
import { Page, useNounNamed, useOrgPath, useRecord } from '@heng/web-kit'
import { Navigate, useParams } from '@tanstack/react-router'
import { traced, type Traced } from '../../contract/index.ts'
import { useWords } from '../words.ts'
import { Chain } from './Chain.tsx'

/** The chain of a record across the whole window. */
export const Component = () => {
  const { noun, id } = useParams({ strict: false }) as { noun: string; id: string }
  const path = useOrgPath()
  return (traced as readonly string[]).includes(noun) ? <OfRecord noun={noun as Traced} id={id} /> : <Navigate to={path('')} />
}

const OfRecord = ({ noun, id }: { readonly noun: Traced; readonly id: string }) => {
  const c = useWords().t.chain
  const path = useOrgPath()
  const kit = useNounNamed(noun)!
  const record = useRecord(kit, id)
  const name = record.data === undefined ? kit.text.one : String(record.data[kit.noun.label] ?? record.data.reference)
  return (
    <Page title={fill(c.title, { name })} about={c.about} crumbs={[{ label: kit.text.many, to: path(kit.path) }, ...(record.data === undefined ? [] : [{ label: record.data.reference, to: path(`${kit.path}/${id}`) }])]}>
      <Chain noun={noun} id={id} />
    </Page>
  )
}
