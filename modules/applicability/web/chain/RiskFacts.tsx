import { MoneyText, TimeText } from '@heng/web-kit'
import type { RiskNode } from '../../contract/index.ts'
import { useWords } from '../words.ts'
import { Facts } from './Facts.tsx'

/** Who answers for a risk, when it was rated, and what it may cost. */
export const RiskFacts = ({ node: { owner, ratedAt, money } }: { readonly node: RiskNode }) => {
  const c = useWords().t.chain
  return (
    <Facts
      facts={[
        [c.owner, owner],
        [c.ratedOn, ratedAt === null ? null : <TimeText value={ratedAt} />],
        [c.moneyInherent, money?.inherent == null ? null : <MoneyText value={money.inherent} />],
        [c.moneyAbout, money?.current == null ? null : <MoneyText value={money.current} />],
        [c.moneyTail, money?.valueAtRisk == null ? null : <MoneyText value={money.valueAtRisk} />],
        [c.moneyAt, money?.at == null ? null : <TimeText value={money.at} />],
      ]}
    />
  )
}
