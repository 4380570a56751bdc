import '../base/quant.css'
import { useText } from '@heng/web-kit'
import { bases, type ThreeBases } from '../../contract/index.ts'
import { messages } from '../../locales/index.ts'
import { useAmount } from '../base/Amount.tsx'
import { Between } from './FiguresTable.tsx'

/** What a risk costs a year on its way: without controls, with those that work today, as planned. */
export const MoneyThree = ({ told, currency }: { readonly told: ThreeBases; readonly currency: string }) => {
  const t = useText(messages).pages
  const amount = useAmount(currency)
  return (
    <ol className="rq-three">
      {bases.map((basis) => (
        <li key={basis}>
          <span className="rq-three-name">{t.bases[basis]}</span>
          <b><Between of={told[basis]} pick={({ mean }) => mean} say={amount} /></b>
          <span className="hg-muted">
            {t.figures.p95} <Between of={told[basis]} pick={({ p95 }) => p95} say={amount} />
          </span>
        </li>
      ))}
    </ol>
  )
}
