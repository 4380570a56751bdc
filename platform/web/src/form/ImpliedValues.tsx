import { Form, type FormInstance } from 'antd'
import { useEffect, useRef } from 'react'
import { useVocabulary } from '../text/useVocabulary.ts'
import { impliedBy } from './implied.ts'

interface Props {
  readonly form: FormInstance
  readonly from: string
  readonly vocabulary: string
}

/** Fills other fields of a form with what follows from a term chosen in `from`, as long as nobody has filled them by hand. */
export const ImpliedValues = ({ form, from, vocabulary }: Props) => {
  const { terms } = useVocabulary(vocabulary)
  const code = Form.useWatch<unknown>(from, form)
  const given = useRef<Readonly<Record<string, string>>>({})
  const implies = terms.find((term) => term.code === code)?.implies
  useEffect(() => {
    if (implies === undefined || !form.isFieldTouched(from)) return
    const values = impliedBy(implies, given.current, (field) => ({ value: form.getFieldValue(field) as unknown, touched: form.isFieldTouched(field) }))
    given.current = { ...given.current, ...values }
    for (const [field, value] of Object.entries(values)) form.setFields([{ name: field, value, errors: [] }])
  }, [implies, form, from])
  return null
}
