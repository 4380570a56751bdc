import type { Ctx } from '@heng/server-kit'
import { pickHead } from '../content/head.ts'
import { contentOf } from '../content/build.ts'
import { compareContents } from '../content/compare.ts'
import { soaById } from './store.ts'

/** Compares two versions as they say it: frozen where submitted, as they stand where not. */
export const compare = async (ctx: Ctx, { a, b }: { a: string; b: string }) => {
  const [one, two] = [await soaById(ctx, a), await soaById(ctx, b)]
  return {
    a: pickHead(ctx.locale, one),
    b: pickHead(ctx.locale, two),
    ...compareContents(await contentOf(ctx, one), await contentOf(ctx, two), ctx.locale),
  }
}
