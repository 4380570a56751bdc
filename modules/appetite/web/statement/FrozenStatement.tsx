import '../base/base.css'
import { useText, type FrozenProps } from '@heng/web-kit'
import type { Line, Policy, Together } from '../../contract/index.ts'
import { messages } from '../../locales/index.ts'
import { Section } from '../base/Section.tsx'
import { LinesGrid } from './LinesGrid.tsx'
import { PolicyView } from './PolicySection.tsx'
import { TogetherView } from './TogetherSection.tsx'

interface Frozen {
  readonly words: string | null
  readonly lines: readonly Line[]
  readonly together: Together
  readonly policy: Policy
  readonly currency: string
  readonly percentile: number
}

/** What top management is asked to approve, read as the statement's own page has it. */
export const Component = ({ value }: FrozenProps) => {
  const t = useText(messages).pages.statement
  const { words, lines, together, policy, currency, percentile } = value as Frozen
  return (
    <div>
      {words !== null && <Section title={t.words}><p className="hg-prose">{words}</p></Section>}
      <Section title={t.lines} about={t.linesAbout}><LinesGrid lines={lines} currency={currency} percentile={percentile} /></Section>
      <Section title={t.together}><TogetherView value={together} currency={currency} percentile={percentile} /></Section>
      <Section title={t.policy}><PolicyView policy={policy} /></Section>
    </div>
  )
}
