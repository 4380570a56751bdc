import { DeleteOutlined, PlusOutlined } from '@ant-design/icons'
import { fill } from '@heng/contract'
import { useKitText } from '@heng/web-kit'
import { Button, Form, Input } from 'antd'
import { usePages } from '../text.ts'

interface RowsProps {
  readonly name: string
  readonly legend: string
  readonly help?: string
  readonly add: string
  readonly columns: readonly { readonly key: string; readonly label: string; readonly max: number; readonly required?: boolean }[]
}

/** A list of short entries with the same parts, added and removed one by one. */
export const Rows = ({ name, legend, help, add, columns }: RowsProps) => {
  const t = usePages().scope.fields
  const { issues } = useKitText()
  return (
    <fieldset className="or-rows">
      <legend>{legend}</legend>
      {help !== undefined && <p className="hg-help">{help}</p>}
      <Form.List name={name}>
        {(fields, { add: append, remove }) => (
          <>
            {fields.map(({ key, name: line }) => (
              <div key={key} className="or-row">
                <div className="or-row-fields">
                  {columns.map((column) => (
                    <Form.Item key={column.key} name={[line, column.key]} label={column.label} rules={column.required === true ? [{ required: true, whitespace: true, message: issues.required }] : []}>
                      <Input.TextArea autoSize={{ minRows: 1, maxRows: 6 }} maxLength={column.max} />
                    </Form.Item>
                  ))}
                </div>
                <Button type="text" icon={<DeleteOutlined />} aria-label={fill(t.remove, { line: line + 1 })} onClick={() => remove(line)} />
              </div>
            ))}
            <Button icon={<PlusOutlined />} onClick={() => append({})}>{add}</Button>
          </>
        )}
      </Form.List>
    </fieldset>
  )
}
