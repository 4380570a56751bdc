import { createHash, randomBytes } from 'node:crypto'
import { HengError, invalid, notFound } from '@heng/contract'
import { draw as drawn, sampleSize } from '@heng/engine-assurance'
import { authorise, resourceOf, rowsByIds, updateRecords, type Ctx } from '@heng/server-kit'
import { shown } from '../shown.ts'
import { testResult } from './register.ts'
import { testsOf } from './store.ts'

interface Input {
  readonly id: string
  readonly version: number
  readonly populationSize?: number
  readonly identifiers?: readonly string[]
  readonly size?: number
  readonly seed?: string
  readonly reason?: string
}

const mostItems = 1_000

/**
 * Draws the sample of a result by a seed, so that anybody can draw it again: from so many items, or from a list of what they are called,
 * whose SHA-256 is kept. As many as asked for, else as the procedure fixes, else the fewest that its confidence needs, else all.
 * Drawing again needs a reason, which history keeps beside the sample that was given up.
 */
export const draw = async (ctx: Ctx, { id, version, populationSize, identifiers, size, seed, reason }: Input) => {
  const [row] = await rowsByIds(ctx, testResult, [id], true)
  if (row === undefined) throw notFound('testResult')
  authorise(ctx, 'testResult:write', resourceOf(testResult, row))
  if (row.state !== 'draft') throw new HengError('testResult.frozen', { status: 409, params: { reference: row.reference } })
  if (row.seed !== null && reason === undefined) throw invalid('reason', 'required')
  if (identifiers !== undefined && new Set(identifiers).size < identifiers.length) throw invalid('identifiers', 'placesOnce')
  const population = identifiers?.length ?? populationSize
  if (population === undefined) throw invalid('populationSize', 'required')
  const test = (await testsOf(ctx, [row.test as string])).get(row.test as string)!
  const fewest = test.confidence === null || test.tolerableRate === null ? population : sampleSize({ confidence: test.confidence, tolerable: test.tolerableRate, population })
  const wanted = Math.min(population, size ?? test.sampleSize ?? fewest)
  if (wanted > mostItems) throw invalid('size', 'tooBig', { maximum: mostItems })
  const by = seed ?? randomBytes(8).toString('hex')
  const places = drawn({ seed: by, population, size: wanted })
  const [saved] = await updateRecords(ctx, testResult, [{
    id, version,
    values: {
      populationSize: population,
      populationHash: identifiers === undefined ? null : createHash('sha256').update(identifiers.join('\n')).digest('hex'),
      seed: by,
      items: places.map((place) => ({ place, id: identifiers?.[place - 1] ?? null, outcome: null, note: null })),
    },
  }], reason, 'updated', { recordedAs: 'drawn' })
  return shown(ctx, testResult, saved!)
}
