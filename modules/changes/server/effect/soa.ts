import type { LinePicture, SoaPicture } from '@heng/applicability/reads'
import { canonicalJson } from '@heng/server-kit'
import type { Effect, SoaLineEffect } from '../../contract/index.ts'

const side = (line: LinePicture | undefined): SoaLineEffect['before'] =>
  line === undefined ? null : { implementation: line.implementation, controls: line.controls, suggested: line.suggested, necessary: line.necessary }

/** Lines of the statement that controls and risks would speak of differently; people conclude, nothing of it changes the statement by itself. */
export const compareSoa = (today: SoaPicture | null, then: SoaPicture | null): Effect['soa'] => {
  if (then === null) return null
  const before = new Map(today?.lines.map((line) => [line.ref, line]))
  const lines = then.lines.flatMap((line): SoaLineEffect[] => {
    const [was, is] = [side(before.get(line.ref)), side(line)]
    if (canonicalJson(was) === canonicalJson(is)) return []
    return [{ ref: line.ref, titleEn: line.titleEn, titleZh: line.titleZh, applicable: line.applicable, before: was, after: is }]
  })
  return { id: then.id, title: `${then.title} v${then.number}`, state: then.state, lines }
}
