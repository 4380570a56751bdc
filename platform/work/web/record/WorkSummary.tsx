import { ArrowRightOutlined } from '@ant-design/icons'
import { OrgLink, useText, type AnyRecord } from '@heng/web-kit'
import { messages } from '../../locales/index.ts'

/** The way to where open work is done, for work that ends with its record; nothing for the rest. */
export const WorkSummary = ({ row }: { readonly row: AnyRecord }) => {
  const t = useText(messages).actions
  if (row['state'] !== 'open' || row['byHand'] === true || typeof row['link'] !== 'string') return null
  return (
    <OrgLink to={row['link']} className="wk-go">
      {t.open} <ArrowRightOutlined aria-hidden="true" />
    </OrgLink>
  )
}
