import { fill } from '@heng/contract'
import { ErrorView, formatNumber, OrgLink, useLocale, useText, type NounKit } from '@heng/web-kit'
import { Button, InputNumber } from 'antd'
import { useState } from 'react'
import type { RowAction } from '../../contract/index.ts'
import { messages } from '../../locales/index.ts'
import type { Details } from '../api.ts'
import { RowWhat } from './RowWhat.tsx'
import { useRowPages } from './useRowPages.ts'

interface Props {
  readonly kit: NounKit
  readonly details: Details
  readonly action: RowAction
  readonly count: number
}

/** From so many rows on one may jump to a line. */
const manyRows = 200

/** Rows that do one thing, in the order of the file. */
export const RowList = ({ kit, details, action, count }: Props) => {
  const t = useText(messages).page.check
  const locale = useLocale()
  const [fromLine, setFromLine] = useState(1)
  const { rows, labels, query } = useRowPages(details.id, details.version, action, fromLine)
  const { error, isPending, hasNextPage, isFetchingNextPage } = query
  if (error !== null && rows.length === 0) return <ErrorView error={error} onRetry={() => void query.refetch()} />
  if (isPending) return <div className="hg-bone" role="status" />
  const what = action === 'error' ? t.reasons : action === 'update' ? t.changes : t.values
  return (
    <>
      {count > manyRows && (
        <label className="im-from">
          {t.fromLine} <InputNumber size="small" min={1} precision={0} value={fromLine} onChange={(line) => setFromLine(line ?? 1)} />
        </label>
      )}
      {rows.length === 0 ?
        <p className="im-nothing">{t.nothing}</p>
      : <table className="im-rows" data-kind={action}>
          <thead>
            <tr>
              <th scope="col">{t.line}</th>
              <th scope="col">{t.record}</th>
              {action !== 'unchanged' && action !== 'skip' && <th scope="col">{what}</th>}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.line}>
                <td className="hg-figure">{row.line}</td>
                <th scope="row">
                  {row.recordId !== null && row.reference !== null ?
                    <OrgLink to={`${kit.path}/${row.recordId}`}>{row.label ?? row.reference}</OrgLink>
                  : <span>{row.label ?? ''}</span>}
                  {row.reference !== null && <span className="hg-reference">{row.reference}</span>}
                </th>
                {action !== 'unchanged' && action !== 'skip' && (
                  <td>
                    <RowWhat kit={kit} row={row} labels={labels} header={details.reading.header} />
                  </td>
                )}
              </tr>
            ))}
          </tbody>
        </table>}
      {hasNextPage && (
        <div className="im-more">
          <Button loading={isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
            {t.more}
          </Button>
          <span className="hg-muted">{fill(t.shownOf, { shown: formatNumber(rows.length, locale), count: formatNumber(count, locale) })}</span>
        </div>
      )}
    </>
  )
}
