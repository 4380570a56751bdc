import { errorWords, isApiError, useKitText } from '@heng/web-kit'
import type { FormInstance } from 'antd'
import { useRef, useState } from 'react'

export interface Failure {
  readonly title: string
  readonly text: string | undefined
}

/**
 * Sends a form once at a time. A refusal that names fields of the form stands at them; whatever has no field there is
 * returned as `failure`. Answers whether it went through.
 */
export const useSubmit = (form: FormInstance, names: readonly string[]) => {
  const t = useKitText()
  const sending = useRef(false)
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<Failure>()

  const explain = (error: unknown): void => {
    const words = errorWords(error, t)
    const issues = isApiError(error) ? error.fields.map((issue) => ({ ...issue, name: issue.path.split('.').at(-1)! })) : []
    const placed = issues.filter(({ name }) => names.includes(name))
    // A rule of the whole request (a weak password) says more than the field's “not allowed”.
    const say = (issue: (typeof issues)[number]) => (issue.code === 'custom' ? [words.message, words.hint].filter(Boolean).join(' ') : issue.message)
    form.setFields(placed.map((issue) => ({ name: issue.name, errors: [say(issue)] })))
    if (placed[0] !== undefined) form.focusField(placed[0].name)
    if (placed.length === 0 || placed.length < issues.length) setFailure({ title: words.message, text: words.hint })
  }
  const submit = async (work: () => Promise<void>): Promise<boolean> => {
    if (sending.current) return false
    sending.current = true
    setBusy(true)
    setFailure(undefined)
    try {
      await work()
      return true
    } catch (error) {
      explain(error)
      return false
    } finally {
      sending.current = false
      setBusy(false)
    }
  }
  return { submit, busy, failure, fail: explain }
}
