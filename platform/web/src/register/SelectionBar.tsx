import { CloseOutlined, EditOutlined } from '@ant-design/icons'
import { fill } from '@heng/contract'
import { Button } from 'antd'
import { useKitText } from '../text/text.ts'

/** Appears above the foot of the list as soon as rows are selected. */
export const SelectionBar = ({ count, onEdit, onClear }: { readonly count: number; readonly onEdit: () => void; readonly onClear: () => void }) => {
  const t = useKitText()
  return (
    <div className="hg-selection" role="region" aria-label={fill(t.register.selected, { count })}>
      <span role="status">{fill(t.register.selected, { count })}</span>
      <Button size="small" type="primary" icon={<EditOutlined />} onClick={onEdit}>
        {t.register.bulkEdit}
      </Button>
      <Button size="small" type="text" icon={<CloseOutlined />} onClick={onClear}>
        {t.register.unselect}
      </Button>
    </div>
  )
}
