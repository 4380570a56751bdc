import { wordingIn, type Wording } from '@heng/contract'
import { OrgLink, useLocale } from '@heng/web-kit'

interface Props {
  readonly risks: readonly { readonly id: string; readonly reference: string; readonly title: Wording }[]
}

/** Risks as items of a list, each a way to it. */
export const RiskItems = ({ risks }: Props) => {
  const locale = useLocale()
  return risks.map((r) => (
    <li key={r.id}>
      <OrgLink to={`risks/${r.id}`}>
        <span className="hg-reference">{r.reference}</span> {wordingIn(locale, r.title)}
      </OrgLink>
    </li>
  ))
}
