import { messages as controlWords } from '@heng/controls/locales'
import { fill, type Locale } from '@heng/contract'
import type { EvidencedControl } from '../../contract/evidence.ts'
import { messages } from '../../locales/index.ts'

/** So many controls are named before the rest is only counted. */
const named = 8

const oneControl = (locale: Locale, { reference, name, state, percent, class: is, stale }: EvidencedControl): string => {
  const t = messages[locale].soa.evidence
  const said =
    state !== 'implemented' ? controlWords[locale].nouns.control.values.state[state]
    : is === null ? t.untested
    : fill(stale ? t.shownStale : t.shown, { percent, class: t.classes[is] })
  return fill(t.control, { control: `${reference} ${name}`, said })
}

/** What controls show, in a sentence: `C-0007 Login with two factors: 45 % (partly effective)`. Retired ones are left out. */
export const controlsInWords = (locale: Locale, controls: readonly EvidencedControl[]): string => {
  const t = messages[locale].soa.evidence
  const live = controls.filter((c) => c.state !== 'retired')
  const parts = live.slice(0, named).map((c) => oneControl(locale, c))
  return [...parts, ...(live.length > named ? [fill(t.more, { count: live.length - named })] : [])].join(t.separator)
}

/** Why a line states what the tests of its controls support rather than what their states say. */
export const reasonFromEvidence = (locale: Locale, controls: readonly EvidencedControl[]): string =>
  fill(messages[locale].soa.evidence.reason, { controls: controlsInWords(locale, controls) }).slice(0, 2_000)
