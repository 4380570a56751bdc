import { BulbOutlined } from '@ant-design/icons'
import type { Locale } from '@heng/contract'
import { App, Button, Form, Input, type FormInstance } from 'antd'
import type { ScopeContent } from '../../document/document.ts'
import { proposeStatement } from '../../document/propose.ts'
import { usePages } from '../text.ts'
import type { Draft } from './editorModel.ts'

interface StatementFieldProps {
  readonly name: 'statementEn' | 'statementZh'
  readonly locale: Locale
  readonly form: FormInstance<Draft>
  readonly content: () => ScopeContent
  readonly onPropose: () => void
}

/** The statement in one language, with a first wording on request; nothing is replaced without asking. */
export const StatementField = ({ name, locale, form, content, onPropose }: StatementFieldProps) => {
  const t = usePages().scope.fields
  const { modal } = App.useApp()
  const put = () => {
    form.setFieldValue(name, proposeStatement(content(), locale))
    onPropose()
  }
  const propose = () => {
    if ((form.getFieldValue(name) as string).trim() === '') put()
    else modal.confirm({ title: t.replace, content: t.replaceText, onOk: put })
  }
  return (
    <Form.Item
      name={name}
      label={t[name]}
      extra={<span className="or-propose"><Button size="small" icon={<BulbOutlined />} onClick={propose}>{t.propose}</Button> {t.proposeHelp}</span>}
    >
      <Input.TextArea lang={locale} autoSize={{ minRows: 4, maxRows: 16 }} maxLength={10_000} />
    </Form.Item>
  )
}
