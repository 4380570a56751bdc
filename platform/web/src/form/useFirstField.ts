import { useRef } from 'react'

/**
 * For the field that a dialog begins with: `ref` goes to the field, `afterOpenChange` to the Modal. The field's own
 * `autoFocus` is not enough: until the dialog has opened its focus lock may take the focus to the close button, where a
 * space in what somebody types would close it.
 */
export const useFirstField = <Field extends { focus: () => void }>() => {
  const ref = useRef<Field>(null)
  const afterOpenChange = (open: boolean): void => {
    if (open) ref.current?.focus()
  }
  return { ref, afterOpenChange }
}
