import { TableOutlined } from '@ant-design/icons'
import { Button, Checkbox, Popover } from 'antd'
import type { NounKit } from '../app/nounKit.ts'
import { fieldLabel } from '../text/nounText.ts'
import { useKitText } from '../text/text.ts'
import { possibleColumns } from './columns.ts'

export interface ColumnChooserProps {
  readonly kit: NounKit
  readonly names: readonly string[]
  readonly onChoose: (names: readonly string[] | undefined) => void
}

/** Which columns the list shows. Reference and name always stay. */
export const ColumnChooser = ({ kit, names, onChoose }: ColumnChooserProps) => {
  const t = useKitText()
  const choices = possibleColumns(kit.noun).filter(({ name }) => name !== 'reference' && name !== kit.noun.label)
  const content = (
    <div className="hg-column-chooser">
      <Checkbox.Group
        className="hg-choices"
        value={[...names]}
        options={choices.map(({ name }) => ({ value: name, label: fieldLabel(kit.text, t, name) }))}
        onChange={(next) => onChoose(next as string[])}
      />
      <Button type="link" size="small" onClick={() => onChoose(undefined)}>
        {t.register.columnsReset}
      </Button>
    </div>
  )
  return (
    <Popover content={content} trigger="click" placement="bottomRight" title={t.register.columns}>
      <Button icon={<TableOutlined />} aria-label={t.register.columns} title={t.register.columns} />
    </Popover>
  )
}
