import { useLocale, useText } from '@heng/web-kit'
import { messages } from '../../../locales/index.ts'
import { useMethod } from '../../base/useMethod.ts'

/** The name of what a measure lowers: the method's own axis, or a factor where it names no axes. */
export const useTargetName = (): ((target: string) => string) => {
  const t = useText(messages).pages.treatment
  const locale = useLocale()
  const { inForce } = useMethod()
  return (target) => {
    const { axes, definition } = inForce?.method ?? {}
    if (target === 'likelihood') return axes?.likelihood.title[locale] ?? t.likelihood
    if (target === 'impact') return axes?.impact.title[locale] ?? t.impact
    return definition?.factors.find((f) => f.id === target)?.title[locale] ?? target
  }
}
