import '../base/base.css'
import './criteria.css'
import { fill } from '@heng/contract'
import type { MethodDefinition } from '@heng/engine-risk'
import { useLocale, useText } from '@heng/web-kit'
import type { AcceptanceRule, Scales } from '../../contract/index.ts'
import { messages } from '../../locales/index.ts'
import { useMethod } from '../base/useMethod.ts'
import { AcceptanceTable } from './AcceptanceTable.tsx'
import { AreasTable } from './AreasSection.tsx'
import { ScaleTable, scaleTitle, stepName } from './ScalesSection.tsx'
import { StageBody } from './MethodSection.tsx'

/** Parts of criteria to read outside their page: in an approval, in the history. Names of steps come from the method in force. */
export const AcceptanceView = ({ rules }: { readonly rules: readonly AcceptanceRule[] }) => {
  const { inForce } = useMethod()
  return <AcceptanceTable rules={rules} levels={inForce?.method.definition.levels ?? rules.map((r) => ({ value: r.level, id: String(r.level), title: { en: '', 'zh-CN': '' } }))} />
}

export const ScalesView = ({ scales }: { readonly scales: Scales }) => {
  const t = useText(messages).pages.criteria
  const locale = useLocale()
  const { inForce } = useMethod()
  const definition = inForce?.method.definition
  return (
    <div className="rk-scales">
      {Object.entries(scales.factors).map(([id, steps]) => (
        <ScaleTable key={id} title={definition === undefined ? id : scaleTitle(definition, id, locale)} steps={steps} nameOf={(value) => (definition === undefined ? '' : stepName(definition, id, value, locale))} />
      ))}
      {scales.impactAreas.length > 0 && <AreasTable areas={scales.impactAreas} title={t.areas} />}
    </div>
  )
}

export const DefinitionView = ({ definition }: { readonly definition: MethodDefinition }) => {
  const locale = useLocale()
  const t = useText(messages).pages.rating
  return (
    <div>
      <p className="rk-method-read">
        <b>{fill(t.method, { title: definition.title[locale], version: definition.version })}</b>
      </p>
      <div className="rk-stages">
        {definition.stages.map((stage) => (
          <div key={stage.id}>
            <p className="rk-three-name">{stage.title[locale]}</p>
            <StageBody definition={definition} stage={stage} />
          </div>
        ))}
      </div>
    </div>
  )
}
