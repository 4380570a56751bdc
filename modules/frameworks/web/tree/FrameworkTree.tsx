import { fill } from '@heng/contract'
import { DownOutlined, LinkOutlined, ReadOutlined, RightOutlined } from '@ant-design/icons'
import { StatusTag, useText, type Tone } from '@heng/web-kit'
import { useEffect, useRef, useState, type KeyboardEvent } from 'react'
import type { TreeNode } from '../../contract/index.ts'
import { messages } from '../../locales/index.ts'
import { useWording } from '../api.ts'
import type { TreeLine } from './treeModel.ts'

interface Props {
  readonly lines: readonly TreeLine[]
  readonly closed: ReadonlySet<string>
  readonly open: string | undefined
  readonly onOpen: (id: string) => void
  readonly onToggle: (id: string) => void
}

const tones: Readonly<Record<string, Tone>> = {
  implemented: 'good',
  inProgress: 'progress',
  planned: 'neutral',
  notWorking: 'bad',
  retired: 'neutral',
}

/** The requirements as a tree: arrows move, left and right close and open, Enter opens the requirement (WAI-ARIA tree pattern). */
export const FrameworkTree = ({ lines, closed, open, onOpen, onToggle }: Props) => {
  const t = useText(messages).page.tree
  const list = useRef<HTMLUListElement>(null)
  const [active, setActive] = useState<string>()
  const at = Math.max(
    0,
    lines.findIndex((l) => l.node.id === (active ?? open)),
  )
  const focus = useRef(false)
  useEffect(() => {
    if (!focus.current) return
    focus.current = false
    list.current?.querySelector<HTMLElement>('[tabindex="0"]')?.focus()
  })
  const move = (index: number) => {
    const line = lines[Math.min(Math.max(index, 0), lines.length - 1)]
    if (line === undefined) return
    focus.current = true
    setActive(line.node.id)
  }
  const keys = (event: KeyboardEvent) => {
    const line = lines[at]
    if (line === undefined) return
    const isClosed = closed.has(line.node.id)
    const parent = () => move(lines.findIndex((l) => l.node.id === line.node.parent))
    const act: Record<string, () => void> = {
      ArrowDown: () => move(at + 1),
      ArrowUp: () => move(at - 1),
      Home: () => move(0),
      End: () => move(lines.length - 1),
      ArrowRight: () => (line.children > 0 && isClosed ? onToggle(line.node.id) : move(at + 1)),
      ArrowLeft: () => (line.children > 0 && !isClosed ? onToggle(line.node.id) : parent()),
      Enter: () => onOpen(line.node.id),
      ' ': () => onOpen(line.node.id),
    }
    const action = act[event.key]
    if (action === undefined || event.ctrlKey || event.metaKey || event.altKey) return
    event.preventDefault()
    action()
  }
  return (
    <ul ref={list} className="fw-tree" role="tree" aria-label={t.label}>
      {lines.map((line, index) => (
        <li
          key={line.node.id}
          role="treeitem"
          aria-level={line.level + 1}
          aria-selected={line.node.id === open}
          aria-expanded={line.children > 0 ? !closed.has(line.node.id) : undefined}
          tabIndex={index === at ? 0 : -1}
          className="fw-line"
          data-kind={line.node.kind}
          data-heading={line.children > 0 && !line.node.assessable}
          data-open={line.node.id === open}
          style={{ paddingInlineStart: 10 + line.level * 20 }}
          onFocus={() => setActive(line.node.id)}
          onKeyDown={keys}
          onClick={(event) => ((event.target as Element).closest('[data-twist]') === null ? onOpen(line.node.id) : onToggle(line.node.id))}
        >
          <Twist line={line} closed={closed.has(line.node.id)} />
          <Line node={line.node} />
        </li>
      ))}
    </ul>
  )
}

// The keyboard opens and closes by arrows; the twist is for the mouse only.
const Twist = ({ line, closed }: { readonly line: TreeLine; readonly closed: boolean }) =>
  line.children === 0 ? (
    <span className="fw-twist" />
  ) : (
    <span className="fw-twist" aria-hidden="true" data-twist>
      {closed ? <RightOutlined /> : <DownOutlined />}
    </span>
  )

const Line = ({ node }: { readonly node: TreeNode }) => {
  const t = useText(messages).page.tree
  const pick = useWording()
  return (
    <>
      <span className="fw-ref">{node.ref}</span>
      <span className="fw-title">{pick(node.titleEn, node.titleZh)}</span>
      {node.withdrawn && <span className="hg-tag">{t.withdrawn}</span>}
      {node.overlay && <ReadOutlined className="fw-mark" title={t.hasOverlay} aria-label={t.hasOverlay} />}
      {node.mapped > 0 && (
        <span className="fw-mark" title={fill(t.mappedTo, { count: node.mapped })}>
          <LinkOutlined aria-hidden="true" /> {node.mapped}
          <span className="hg-visually-hidden">{fill(t.mappedTo, { count: node.mapped })}</span>
        </span>
      )}
      {node.assessable && !node.withdrawn && node.answer !== undefined && (
        <span className="fw-answer">
          {node.answer === null ? (
            <span className="hg-muted">{t.noControl}</span>
          ) : (
            <StatusTag tone={tones[node.answer.state] ?? 'neutral'}>
              {t.states[node.answer.state]}
              {node.answer.controls > 1 && ` · ${node.answer.controls}`}
            </StatusTag>
          )}
        </span>
      )}
    </>
  )
}
