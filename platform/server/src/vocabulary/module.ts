import { notFound, vocabulary as contract } from '@heng/contract'
import type { Ctx } from '../context.ts'
import { defineModule } from '../module.ts'

const get = async (ctx: Ctx, { name }: { name: string }) => {
  const source = ctx.kit.vocabularies.get(name)
  if (source === undefined) throw notFound('vocabulary')
  return { terms: [...(await source(ctx))] }
}

/** The part of the API that the kit itself answers. */
export const vocabularyModule = defineModule({ name: 'vocabularies', contract: { vocabulary: contract }, handlers: { vocabulary: { get } } })
