import { HengError, invalid } from '@heng/contract'
import { register, type Ctx, type Draft } from '@heng/server-kit'
import { mapping as noun } from '../../contract/nouns.ts'
import { requirementsByIds } from '../requirement/store.ts'

const signs: Readonly<Record<string, string>> = { equal: '=', subset: '⊂', superset: '⊃', intersect: '∩', none: '∅' }

const derive = async (ctx: Ctx, drafts: readonly Draft[]): Promise<void> => {
  const ids = drafts.flatMap(({ after }) => [after.source, after.target]).filter((id) => id !== null) as string[]
  const known = new Map((await requirementsByIds(ctx, [...new Set(ids)])).map((r) => [r.id, r]))
  for (const { after } of drafts) {
    const [source, target] = [known.get(String(after.source)), known.get(String(after.target))]
    if (source === undefined) throw invalid('source', 'reference')
    if (after.target !== null && target === undefined) throw invalid('target', 'reference')
    after.origin ??= 'own'
    after.sourceFramework = source.framework
    after.targetFramework = target?.framework ?? after.targetFramework
    after.name = `${source.ref} ${signs[String(after.relationship)]} ${target?.ref ?? ''}`.trim()
  }
}

const check = (_ctx: Ctx, drafts: readonly Draft[]): void => {
  for (const { before, after } of drafts) {
    if (before?.origin === 'shipped') throw new HengError('mapping.shipped', { status: 409 })
    if (after.source === after.target) throw new HengError('mapping.self', { fields: [{ path: 'target', code: 'custom' }] })
    const without = after.relationship === 'none'
    if (without !== (after.target === null)) throw invalid('target', without ? 'custom' : 'required')
    if (without && after.targetFramework === null) throw invalid('targetFramework', 'required')
  }
}

export const mapping = register(noun, { table: 'mapping', defaultSort: 'reference', derive, check })
