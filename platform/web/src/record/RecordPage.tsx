import type { AnyNoun } from '@heng/contract'
import { useParams } from '@tanstack/react-router'
import { useOrgPath } from '../app/links.tsx'
import { Page } from '../app/Page.tsx'
import { useNoun } from '../app/nounKit.ts'
import { recordTitle } from '../text/nounText.ts'
import { RecordView, type RecordViewProps } from './RecordView.tsx'
import { useRecord } from './useRecord.ts'

/** The page of one record, at `{path}/$id`. */
export const RecordPage = ({ noun, ...view }: Omit<RecordViewProps, 'id'> & { readonly noun: AnyNoun }) => {
  const kit = useNoun(noun)
  const path = useOrgPath()
  const { id } = useParams({ strict: false }) as { id: string }
  const { data: row } = useRecord(kit, id)
  const label = row === undefined ? kit.text.one : recordTitle(kit, row)
  const heading = row === undefined ? undefined : (
    <>
      <span className="hg-reference">{row.reference}</span> {label}
    </>
  )
  return (
    <Page title={row === undefined ? label : `${row.reference} ${label}`} heading={heading} crumbs={[{ label: kit.text.many, to: path(kit.path) }]}>
      <RecordView key={id} noun={noun} id={id} {...view} />
    </Page>
  )
}
