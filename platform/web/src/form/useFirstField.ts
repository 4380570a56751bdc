import { useRef } from 'react'

/** For so many frames the field is looked after: what closed before may still give the focus back to where it was. */
const frames = 20

/** Whether the keyboard stands on nothing that somebody chose: beside the dialog, on the dialog itself or on the button that closes it. */
const isAstray = (): boolean => document.activeElement?.closest('.ant-modal') == null || document.activeElement.matches('.ant-modal, .ant-modal-close')

/**
 * For the field that a dialog begins with: `ref` goes to the field, `afterOpenChange` to the Modal. The field's own
 * `autoFocus` is not enough: until the dialog has opened its focus lock may take the focus to the close button, where a
 * space in what somebody types would close it.
 */
export const useFirstField = <Field extends { focus: () => void }>() => {
  const ref = useRef<Field>(null)
  const watch = (left: number): void => {
    if (left === 0 || ref.current === null) return
    if (isAstray()) ref.current.focus()
    requestAnimationFrame(() => watch(left - 1))
  }
  const afterOpenChange = (open: boolean): void => {
    if (!open) return
    ref.current?.focus()
    watch(frames)
  }
  return { ref, afterOpenChange }
}
