import { fill } from '@heng/contract'
import { useText } from '@heng/web-kit'
import { messages } from '../../locales/index.ts'

interface Coverage {
  readonly assessable: number
  readonly answered: number
  readonly implemented: number
}

/** How much of a framework is answered and implemented, as a bar and in words. */
export const CoverageBar = ({ coverage }: { readonly coverage: Coverage }) => {
  const t = useText(messages).page.list
  const { assessable, answered, implemented } = coverage
  const share = (n: number) => `${assessable === 0 ? 0 : (100 * n) / assessable}%`
  return (
    <div className="fw-coverage">
      <div className="fw-bar" aria-hidden="true">
        <span className="fw-bar-answered" style={{ width: share(answered) }} />
        <span className="fw-bar-implemented" style={{ width: share(implemented) }} />
      </div>
      <p>{fill(t.coverageText, { answered, implemented, all: assessable })}</p>
    </div>
  )
}
