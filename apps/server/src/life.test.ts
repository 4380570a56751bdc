import { describe, expect, it } from 'vitest'
import { createLife } from './life.ts'

const stage = () => {
  const told: string[] = []
  const life = createLife({ exit: (code) => told.push(`exit ${code}`), refuse: (error) => told.push((error as Error).message) })
  const thing = (name: string, begin: () => Promise<void> = async () => undefined) =>
    [async () => (await begin(), told.push(`open ${name}`)), async () => told.push(`close ${name}`)] as const
  return { told, life, thing }
}

describe('the life of the process', () => {
  it('closes in reverse order, once, however often it is asked', async () => {
    const { told, life, thing } = stage()
    await life.start(async (open) => {
      await open(...thing('a'))
      await open(...thing('b'))
    })
    await Promise.all([life.stop(0), life.stop(0), life.stop(1)])
    expect(told).toEqual(['open a', 'open b', 'close b', 'close a', 'exit 0'])
  })

  it('waits for the step at work when stopped in the middle, and takes no further one', async () => {
    const { told, life, thing } = stage()
    let go = (): void => undefined
    const gate = new Promise<void>((resolve) => (go = resolve))
    const started = life.start(async (open) => {
      await open(...thing('a', () => gate))
      await open(...thing('b'))
    })
    const stopped = life.stop(0)
    go()
    await Promise.all([started, stopped])
    expect(told).toEqual(['open a', 'close a', 'exit 0'])
  })

  it('closes what was opened before a step failed, says why and exits with 1', async () => {
    const { told, life, thing } = stage()
    await life.start(async (open) => {
      await open(...thing('a'))
      await open(...thing('b', async () => {
        throw new Error('no')
      }))
    })
    expect(told).toEqual(['open a', 'close a', 'no', 'exit 1'])
  })
})
