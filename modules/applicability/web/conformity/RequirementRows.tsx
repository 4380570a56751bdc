import { DownOutlined, RightOutlined } from '@ant-design/icons'
import { fill } from '@heng/contract'
import { StatusTag, useLinesInSight } from '@heng/web-kit'
import { Checkbox } from 'antd'
import { useRef } from 'react'
import { useWords } from '../words.ts'
import type { Status, StatusLine } from './model.ts'
import { RequirementStatusTag } from './StatusTags.tsx'
import { useWhy } from './useWhy.ts'

interface Props {
  readonly status: Status
  readonly lines: readonly StatusLine[]
  /** Groups that are closed; null while a search or a view holds all of them open. */
  readonly closed: ReadonlySet<string> | null
  readonly chosen: ReadonlySet<string>
  readonly open: string | undefined
  readonly onClose: (id: string) => void
  readonly onChoose: (id: string) => void
  readonly onOpen: (id: string) => void
}

/** Requirements below their headings, of which only those in sight are in the document; in a narrow window each is a card. */
export const RequirementRows = ({ status, lines, closed, chosen, open, onClose, onChoose, onOpen }: Props) => {
  const { t, titleOf } = useWords()
  const c = t.conformity
  const why = useWhy(status)
  const list = useRef<HTMLTableSectionElement>(null)
  const sight = useLinesInSight({ list, count: lines.length, estimate: 46 })
  return (
    <table className="sa-status-table" data-may={status.mayConclude} aria-rowcount={lines.length + 1}>
      <thead>
        <tr>
          <th scope="col">{c.requirement}</th>
          <th scope="col">{c.proposed}</th>
          <th scope="col">{c.concluded}</th>
          <th scope="col">{c.whyHead}</th>
        </tr>
      </thead>
      <tbody ref={list}>
        {sight.above > 0 && <tr aria-hidden="true" style={{ height: sight.above }} />}
        {sight.shown.map((index) => [index, lines[index]!] as const).map(([index, { node, level, children }]) => (
          <tr key={node.id} ref={sight.measure} data-index={index} aria-rowindex={index + 2} data-open={node.id === open} data-heading={!node.assessable}>
            <th scope="row" colSpan={node.assessable ? 1 : 4} style={{ paddingInlineStart: 10 + level * 18 }}>
              {children > 0 && closed !== null && (
                <button type="button" className="sa-twist" aria-expanded={!closed.has(node.id)} aria-label={`${node.ref} ${titleOf(node)}`} onClick={() => onClose(node.id)}>
                  {closed.has(node.id) ? <RightOutlined aria-hidden="true" /> : <DownOutlined aria-hidden="true" />}
                </button>
              )}
              {node.assessable && status.mayConclude && <Checkbox aria-label={fill(c.choose, { ref: node.ref })} checked={chosen.has(node.id)} onChange={() => onChoose(node.id)} />}
              <span className="sa-ref">{node.ref}</span>{' '}
              {node.assessable ? (
                <button type="button" className="sa-title" onClick={() => onOpen(node.id)}>
                  {titleOf(node)}
                </button>
              ) : (
                titleOf(node)
              )}
            </th>
            {node.assessable && (
              <>
                <td data-label={c.proposed}>
                  <RequirementStatusTag of="proposed" value={node.proposal?.status ?? null} />
                  {node.proposal?.stale === true && <StatusTag tone="warning">{t.evidence.stale}</StatusTag>}
                </td>
                <td data-label={c.concluded}>
                  <RequirementStatusTag of="concluded" value={node.conclusion?.status ?? null} />
                  {node.conclusion?.moved === true && (
                    <span title={c.movedAbout}>
                      <StatusTag tone="bad">{c.moved}</StatusTag>
                    </span>
                  )}
                </td>
                <td data-label={c.whyHead} className="sa-why">
                  {why(node)}
                </td>
              </>
            )}
          </tr>
        ))}
        {sight.below > 0 && <tr aria-hidden="true" style={{ height: sight.below }} />}
      </tbody>
    </table>
  )
}
