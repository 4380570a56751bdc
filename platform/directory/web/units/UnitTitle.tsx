import { PlusOutlined } from '@ant-design/icons'
import { fill } from '@heng/contract'
import { useText } from '@heng/web-kit'
import { Button } from 'antd'
import { messages } from '../../locales/index.ts'
import type { UnitNode } from './buildTree.ts'

interface UnitTitleProps {
  readonly node: UnitNode
  readonly found: boolean
  readonly onAdd?: (parent: string) => void
}

/** One line of the tree: code, name, head and headcount, and the means to add a unit below. */
export const UnitTitle = ({ node, found, onAdd }: UnitTitleProps) => {
  const t = useText(messages).pages.units
  const facts = [
    node.head === null ? t.noHead : fill(t.head, { name: node.head.name }),
    node.people === 1 ? t.person : fill(t.people, { count: node.people }),
    ...(node.peopleBelow > node.people ? [fill(t.below, { below: node.peopleBelow })] : []),
  ]
  return (
    <span className="dr-unit" data-found={found}>
      <span className="dr-unit-name">
        {node.code !== null && <span className="hg-reference">{node.code} </span>}
        {node.name}
      </span>
      <span className="hg-muted">{facts.join(' · ')}</span>
      {onAdd !== undefined && (
        <Button
          type="text"
          size="small"
          className="dr-unit-add"
          icon={<PlusOutlined />}
          aria-label={fill(t.addBelow, { name: node.name })}
          onClick={(event) => {
            event.stopPropagation()
            onAdd(node.id)
          }}
        />
      )}
    </span>
  )
}
