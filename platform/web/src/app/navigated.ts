let navigated = false

/** True once the reader has moved within the application: from then on a new page takes the focus. */
export const hasNavigated = (): boolean => navigated
export const markNavigated = (): void => {
  navigated = true
}
