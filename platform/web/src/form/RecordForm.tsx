import { fill, type AnyNoun, type Label } from '@heng/contract'
import { Alert, Button, Form } from 'antd'
import { useMemo, useRef, useState, type ReactNode } from 'react'
import { useNoun } from '../app/nounKit.ts'
import { isApiError } from '../client/apiError.ts'
import { uuid } from '../client/uuid.ts'
import { errorWords } from '../feedback/errorText.ts'
import { fieldLabel } from '../text/nounText.ts'
import { useKitText } from '../text/text.ts'
import { FieldInput, type FieldInputProps } from './FieldInput.tsx'
import { ImpliedValues } from './ImpliedValues.tsx'
import { controlOf, formGroups, type Values } from './formModel.ts'
import { placeIssues, problemOf } from './issues.ts'
import { UnsavedGuard } from './UnsavedGuard.tsx'

/** Replaces the control of one field; `null` leaves the field out of the form. */
export type FormOverrides = Readonly<Record<string, ((props: FieldInputProps) => ReactNode) | null>>

export interface RecordFormProps {
  readonly noun: AnyNoun
  /** Values at the start, as the contract writes them. */
  readonly values?: Values
  readonly labels?: Readonly<Record<string, Label>>
  readonly submitLabel?: string
  readonly overrides?: FormOverrides
  /**
   * Saves. `key` stays the same until the server has answered, so that a second try after a lost connection does not
   * create a second record. Rejects with `ApiError`; its field issues are shown at the fields.
   */
  readonly onSubmit: (values: Values, key: string) => Promise<void>
  readonly onCancel: () => void
}

const noLabels = {}
const noOverrides: FormOverrides = {}

/** The form of any noun, from its fields: control, check, message and order follow from the declaration. */
export const RecordForm = ({ noun, values = noLabels, labels = noLabels, submitLabel, overrides = noOverrides, onSubmit, onCancel }: RecordFormProps) => {
  const t = useKitText()
  const kit = useNoun(noun)
  const [form] = Form.useForm<Record<string, unknown>>()
  const dirty = useRef(false)
  const sending = useRef(false)
  const key = useRef<string>(undefined)
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<{ readonly title: string; readonly text?: string }>()
  const groups = useMemo(() => {
    const own = new Set(Object.keys(overrides).filter((name) => overrides[name] !== null))
    return formGroups(noun, kit.groups, own, t.form.other).map((group) => ({ ...group, fields: group.fields.filter(({ name }) => overrides[name] !== null) }))
  }, [noun, kit.groups, overrides, t])
  const names = groups.flatMap(({ fields }) => fields.map(({ name }) => name))

  const showIssues = (error: unknown) => {
    const words = errorWords(error, t)
    const { placed, rest } = placeIssues(isApiError(error) ? error.fields : [], names)
    form.setFields([...placed].map(([name, errors]) => ({ name, errors: [...errors] })))
    const first = names.find((name) => placed.has(name))
    if (first !== undefined) form.focusField(first)
    const also = rest.length === 0 ? undefined : fill(t.form.invalidOther, { issues: rest.join(' ') })
    setFailure({ title: words.message, text: [also, words.hint].filter(Boolean).join(' ') })
  }
  const submit = async (entered: Record<string, unknown>) => {
    if (sending.current) return
    sending.current = true
    setBusy(true)
    setFailure(undefined)
    key.current ??= uuid()
    dirty.current = false
    try {
      await onSubmit({ ...values, ...entered }, key.current)
      key.current = undefined
    } catch (error) {
      dirty.current = true
      if (!isApiError(error) || (error.status > 0 && error.status < 500)) key.current = undefined
      showIssues(error)
    } finally {
      sending.current = false
      setBusy(false)
    }
  }

  return (
    <>
      <UnsavedGuard dirty={dirty} />
      <Form
        form={form}
        className="hg-form"
        layout="vertical"
        initialValues={values}
        requiredMark={(label, { required }) => <>{label}{required && <span className="hg-required">{t.form.required}</span>}</>}
        scrollToFirstError={{ block: 'center', focus: true }}
        validateTrigger="onBlur"
        onValuesChange={() => {
          dirty.current = true
        }}
        onFinish={(entered) => void submit(entered)}
        onFinishFailed={() => setFailure({ title: t.form.invalidTitle })}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) form.submit()
        }}
      >
        {groups.map((group) => (
          <fieldset key={group.key} className="hg-form-group">
            {group.label !== undefined && <legend>{group.label}</legend>}
            {group.fields.map(({ name, field }) => {
              const Override = overrides[name]
              const props = { kit, name, field, labels }
              return (
                <Form.Item
                  key={name}
                  name={name}
                  className={field.kind === 'json' || controlOf(field) === 'longText' || controlOf(field) === 'level' ? 'hg-wide' : undefined}
                  label={fieldLabel(kit.text, t, name)}
                  required={field.required}
                  rules={[{ validator: async (_, value: unknown) => {
                    const problem = problemOf(field, value, t.issues)
                    if (problem !== undefined) throw new Error(problem)
                  } }]}
                >
                  {Override === undefined || Override === null ? <FieldInput {...props} /> : <OverrideInput render={Override} {...props} />}
                </Form.Item>
              )
            })}
          </fieldset>
        ))}
        {groups.flatMap(({ fields }) => fields.flatMap(({ name, field }) => (field.vocabulary === undefined ? [] : [<ImpliedValues key={name} form={form} from={name} vocabulary={field.vocabulary} />])))}
        <div className="hg-form-foot">
          {failure !== undefined && <Alert type="error" showIcon title={failure.title} description={failure.text === '' ? undefined : failure.text} className="hg-form-alert" role="alert" />}
          <Button type="primary" htmlType="submit" loading={busy} title={t.form.submitHint}>
            {submitLabel ?? t.actions.save}
          </Button>
          <Button onClick={onCancel}>{t.actions.cancel}</Button>
        </div>
      </Form>
    </>
  )
}

const OverrideInput = ({ render, ...props }: FieldInputProps & { readonly render: (props: FieldInputProps) => ReactNode }) => render(props)
