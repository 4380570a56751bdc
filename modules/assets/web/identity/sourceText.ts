import { fill } from '@heng/contract'
import { useText } from '@heng/web-kit'
import { messages } from '../../locales/index.ts'

/** Words for the source of a value: by hand, an import, a scan, another job. */
export const useSourceText = (): ((source: string) => string) => {
  const t = useText(messages).pages.identity
  return (source) => {
    const [kind = '', reference = ''] = source.split(/:(.*)/su, 2)
    if (kind === 'manual') return t.manual
    if (kind === 'scan') return fill(t.scan, { reference })
    if (kind === 'import') return fill(t.import, { reference })
    return kind === 'job' ? t.job : source
  }
}
