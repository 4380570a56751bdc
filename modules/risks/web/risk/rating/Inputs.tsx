import './rating.css'
import { fill } from '@heng/contract'
import { OrgLink, useLocale, useText } from '@heng/web-kit'
import { messages } from '../../../locales/index.ts'
import { useTargetName } from '../treatment/useTargetName.ts'

export interface InputsProps {
  readonly inputs: readonly { readonly id: string; readonly label: { readonly en: string; readonly 'zh-CN': string }; readonly value: number | null; readonly title: { readonly en: string; readonly 'zh-CN': string } | null; readonly from: 'asset' | 'rated' }[]
  readonly assets: readonly { readonly id: string; readonly reference: string; readonly name: string; readonly value: number | null }[]
  readonly reductions: readonly { readonly noun: 'control' | 'treatmentMeasure'; readonly id: string; readonly reference: string; readonly title: string; readonly target: string; readonly steps: number | null }[]
}

/** What went into a figure: rated factors, the value of the assets, what measures take off. */
export const Inputs = ({ inputs, assets, reductions }: InputsProps) => {
  const t = useText(messages).pages.rating
  const locale = useLocale()
  const targetName = useTargetName()
  return (
    <table className="rk-table rk-inputs">
      <thead>
        <tr>
          <th scope="col">{t.input}</th>
          <th scope="col">{t.value}</th>
          <th scope="col">{t.from}</th>
        </tr>
      </thead>
      <tbody>
        {inputs.map((input) => (
          <tr key={input.id}>
            <th scope="row">{input.label[locale]}</th>
            <td>
              <b className="hg-figure">{input.value ?? '–'}</b> {input.title?.[locale]}
            </td>
            <td>{input.from === 'rated' ? t.fromRated : assets.map((a) => <OrgLink key={a.id} to={`assets/${a.id}`} className="rk-asset-link">{`${a.reference} ${a.name}`}</OrgLink>)}</td>
          </tr>
        ))}
        {reductions.map((r, n) => (
          <tr key={`${r.id}-${n}`}>
            <th scope="row">{r.noun === 'control' ? t.controlReductions : t.reductions}</th>
            <td>{r.steps === null ? t.unknownEffect : fill(t.takesOff, { steps: r.steps, target: targetName(r.target) })}</td>
            <td>
              <OrgLink to={`${r.noun === 'control' ? 'controls' : 'treatment-measures'}/${r.id}`}>{`${r.reference} ${r.title}`}</OrgLink>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
