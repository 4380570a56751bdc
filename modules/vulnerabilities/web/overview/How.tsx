import { fill } from '@heng/contract'
import { formatTimestamp, useLocale, useText } from '@heng/web-kit'
import type { FiguresOverview } from '../../contract/index.ts'
import { messages } from '../../locales/index.ts'

interface HowProps {
  readonly method: string
  /** From what it was computed. */
  readonly inputs: string
  readonly computed: FiguresOverview['computed']
}

/** How a figure is computed, by which version of the method and from what: for whoever audits it. */
export const How = ({ method, inputs, computed }: HowProps) => {
  const t = useText(messages).overview.how
  const locale = useLocale()
  return (
    <details className="vo-how">
      <summary>{t.title}</summary>
      <p>{method}</p>
      <dl>
        <div><dt>{t.inputs}</dt><dd>{inputs}</dd></div>
        <div><dt>{fill(t.version, { version: computed.version })}</dt><dd>{fill(t.at, { at: formatTimestamp(computed.at, locale, computed.timezone), zone: computed.timezone })}</dd></div>
      </dl>
    </details>
  )
}
