import { errorWords, isApiError, UnsavedGuard, useKitText, useNotify, useOrg } from '@heng/web-kit'
import { useQuery } from '@tanstack/react-query'
import { Alert, Button, Form, Input, Select, TreeSelect } from 'antd'
import { useEffect, useEffectEvent, useMemo, useRef, useState } from 'react'
import type { ScopeBasis } from '../../contract/index.ts'
import type { ScopeContent } from '../../document/document.ts'
import { api, units as unitApi, useRefreshOrganisation } from '../api.ts'
import { usePages } from '../text.ts'
import { contentOfDraft, draftOf, valuesOf, type Draft } from './editorModel.ts'
import { Rows } from './Rows.tsx'
import { StatementField } from './StatementField.tsx'
import { SubmitDialog } from './SubmitDialog.tsx'
import { treeOf } from './unitTree.ts'
import type { Scope } from './types.ts'

interface EditorProps {
  readonly row: Scope
  readonly basis: ScopeBasis
  /** What the form says now. */
  readonly onChange: (content: ScopeContent) => void
}

/** The form of a draft: boundaries first, then interfaces and exclusions, and the statement last, which follows from them. */
export const Editor = ({ row, basis, onChange }: EditorProps) => {
  const t = usePages().scope
  const f = t.fields
  const kit = useKitText()
  const org = useOrg()
  const notify = useNotify()
  const refresh = useRefreshOrganisation()
  const [form] = Form.useForm<Draft>()
  const dirty = useRef(false)
  const [unsaved, setUnsaved] = useState(false)
  const [busy, setBusy] = useState(false)
  const [submitting, setSubmitting] = useState(false)
  const [failure, setFailure] = useState<{ readonly message: string; readonly conflict: boolean }>()
  const tree = useQuery(unitApi.tree.queryOptions({ input: { org } }))
  const sites = useQuery(api.site.list.queryOptions({ input: { org, limit: 500 } }))
  const unitTree = useMemo(() => treeOf(tree.data?.units ?? []), [tree.data])
  const content = () => contentOfDraft(form.getFieldsValue(true) as Draft, basis, tree.data?.units ?? [], sites.data?.items ?? [])
  const mark = (value: boolean) => {
    dirty.current = value
    setUnsaved(value)
  }

  const save = async (entered: Draft): Promise<boolean> => {
    setBusy(true)
    setFailure(undefined)
    try {
      await api.scope.update.call({ org, id: row.id, version: row.version, values: valuesOf(entered) })
      mark(false)
      await refresh()
      notify.success(t.saved)
      return true
    } catch (error) {
      const conflict = isApiError(error) && error.code === 'versionConflict'
      const fields = isApiError(error) ? error.fields.map(({ message }) => message).join(' ') : ''
      setFailure({ message: conflict ? t.conflict : `${errorWords(error, kit).message} ${fields}`.trim(), conflict })
      return false
    } finally {
      setBusy(false)
    }
  }
  const reload = async () => {
    mark(false)
    setFailure(undefined)
    await refresh()
  }
  const show = useEffectEvent(() => {
    if (!dirty.current) form.setFieldsValue(draftOf(row) as never)
  })
  useEffect(() => show(), [row.version])
  const submit = async () => {
    const entered = await form.validateFields().catch(() => undefined)
    if (entered !== undefined && (!dirty.current || (await save(entered)))) setSubmitting(true)
  }
  const required = { required: true, whitespace: true, message: kit.issues.required }
  return (
    <div className="or-card or-editor">
      <UnsavedGuard dirty={dirty} />
      <Form
        name="scope"
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={draftOf(row)}
        onValuesChange={() => {
          mark(true)
          onChange(content())
        }}
        onFinish={(entered) => void save(entered)}
      >
        <Form.Item name="name" label={f.name} rules={[required]}><Input maxLength={200} /></Form.Item>
        <Form.Item name="units" label={f.units} extra={f.unitsHelp}>
          {/* Opened before its units have come, it would keep those below the top folded. */}
          <TreeSelect multiple treeDefaultExpandAll treeData={unitTree} showSearch={{ treeNodeFilterProp: 'title' }} loading={tree.isFetching} disabled={tree.isPending} allowClear />
        </Form.Item>
        <Form.Item name="sites" label={f.sites}>
          <Select mode="multiple" showSearch={{ optionFilterProp: 'label' }} loading={sites.isFetching} options={(sites.data?.items ?? []).map(({ id, name, reference }) => ({ value: id, label: `${name} (${reference})` }))} />
        </Form.Item>
        <Form.Item name="businesses" label={f.businesses} extra={f.onePerLine}><Input.TextArea autoSize={{ minRows: 2, maxRows: 10 }} maxLength={20_000} /></Form.Item>
        <Form.Item name="systems" label={f.systems} extra={f.onePerLine}><Input.TextArea autoSize={{ minRows: 2, maxRows: 10 }} maxLength={20_000} /></Form.Item>
        <Rows name="interfaces" legend={f.interfaces} help={f.interfacesHelp} add={f.addInterface} columns={[{ key: 'what', label: f.what, max: 500, required: true }, { key: 'who', label: f.who, max: 500, required: true }, { key: 'how', label: f.how, max: 1_000 }]} />
        <Rows name="exclusions" legend={f.exclusions} add={f.addExclusion} columns={[{ key: 'what', label: f.excluded, max: 500, required: true }, { key: 'justification', label: f.justification, max: 2_000, required: true }]} />
        <StatementField name="statementZh" locale="zh-CN" form={form} content={content} onPropose={() => { mark(true); onChange(content()) }} />
        <StatementField name="statementEn" locale="en" form={form} content={content} onPropose={() => { mark(true); onChange(content()) }} />
        {failure !== undefined && <Alert type="error" showIcon role="alert" className="or-alert" title={failure.message} action={failure.conflict && <Button size="small" onClick={() => void reload()}>{t.reload}</Button>} />}
        <div className="or-editor-foot">
          {row.allowed.includes('submit') && <Button type="primary" disabled={busy} onClick={() => void submit()}>{t.submit}</Button>}
          <Button htmlType="submit" loading={busy}>{t.save}</Button>
          {unsaved && <span className="hg-muted" role="status">{t.unsaved}</span>}
        </div>
      </Form>
      {submitting && <SubmitDialog row={row} onClose={() => setSubmitting(false)} />}
    </div>
  )
}
