import { createWorld, gadgetRegister, gadgetsModule, type TestWorld } from '@heng/testkit'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { createRecords } from '../register/write.ts'
import { withReferences } from './reference.ts'
import { rehearse } from './savepoint.ts'

let world: TestWorld
beforeAll(async () => {
  world = await createWorld([gadgetsModule])
})
afterAll(() => world.close())

it('gives numbers that were reserved in order, and after it was undone none of them a second time', async () => {
  const org = await world.organisation()
  const given = await org.asSystem(async (ctx) => {
    const make = async (count: number): Promise<string[]> => (await createRecords(ctx, gadgetRegister, Array.from({ length: count }, () => ({ name: 'one' })))).map((row) => row.reference)
    const numbers = await withReferences(ctx, 'gadget', 3, async () => [...(await make(1)), ...(await make(2)), ...(await make(1))])
    await rehearse(ctx, () => withReferences(ctx, 'gadget', 5, async () => void (await make(1))))
    return [...numbers, ...(await make(4)), ...(await make(2))]
  })
  expect(given.map((reference) => Number(reference.split('-')[1]))).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10])
})
