import { performance } from 'node:perf_hooks'
import { describe, expect, it } from 'vitest'
import { toJson } from '../json/to-json.ts'
import { ReportError } from '../model/error.ts'
import { toPdf } from '../pdf/to-pdf.ts'
import { sampleSoa } from '../testing/sample/soa.ts'
import { messagesFor, ReportAssembly } from './protocol.ts'
import { renderInWorker } from './render-in-worker.ts'

/** A worker file in TypeScript needs type stripping: the pinned Node 24 has it, an older one on the PATH has not. */
const strips = Boolean((process.features as { typescript?: unknown }).typescript)
const why = strips ? '' : ` (skipped: Node ${process.version} cannot run a .ts worker, use node_modules/.bin/node)`

it('takes a report apart and puts it together again', () => {
  const report = sampleSoa('en', 1_000)
  const [first, ...rest] = messagesFor(report, 'json')
  if (first?.kind !== 'begin') throw new Error('the first message does not begin')
  const assembly = new ReportAssembly(first.report)
  for (const message of rest) {
    if (message.kind !== 'rows') continue
    expect(message.rows.length).toBeLessThanOrEqual(400)
    assembly.add(message.section, message.block, message.rows)
  }
  expect(toJson(assembly.report())).toBe(toJson(report))
})

describe.skipIf(!strips)(`renderInWorker${why}`, () => {
  it('gives the bytes that the thread itself would give', async () => {
    const report = sampleSoa('zh-CN', 30)
    const [pdf, json] = await Promise.all([renderInWorker(report, 'pdf'), renderInWorker(report, 'json')])
    expect(Buffer.from(pdf).equals(await toPdf(report))).toBe(true)
    expect(new TextDecoder().decode(json)).toBe(toJson(report))
  })

  it('leaves the event loop free while a thousand rows are laid out', async () => {
    const report = sampleSoa('zh-CN', 1_000)
    await renderInWorker(sampleSoa('en', 1), 'pdf')
    const [before, start] = [performance.eventLoopUtilization(), performance.now()]
    const pdf = await renderInWorker(report, 'pdf')
    const { active } = performance.eventLoopUtilization(before)
    expect(pdf.length).toBeGreaterThan(1_000_000)
    expect(active).toBeLessThan((performance.now() - start) / 4)
  })

  it('passes on what the model refuses', async () => {
    const report = { ...sampleSoa('en', 1), timezone: 'nowhere' }
    await expect(renderInWorker(report, 'docx')).rejects.toMatchObject({ code: 'invalid', place: 'timezone' })
  })

  it('stops a running report and one that waits, and works on', async () => {
    const stop = new AbortController()
    const running = renderInWorker(sampleSoa('en', 3_000), 'pdf', { signal: stop.signal })
    const waiting = renderInWorker(sampleSoa('en', 3_000), 'pdf', { signal: stop.signal })
    const other = renderInWorker(sampleSoa('en', 2), 'json')
    setTimeout(() => stop.abort(new Error('cancelled by the user')), 200)
    await expect(running).rejects.toThrow('cancelled by the user')
    await expect(waiting).rejects.toThrow('cancelled by the user')
    expect((await other).length).toBeGreaterThan(100)
  })

  it('ends a report that takes too long', async () => {
    const late = renderInWorker(sampleSoa('en', 3_000), 'pdf', { timeLimitMs: 50 })
    await expect(late).rejects.toBeInstanceOf(ReportError)
    await expect(late).rejects.toMatchObject({ code: 'time-limit' })
  })

  it('refuses data that cannot be sent, and works on', async () => {
    const report = { ...sampleSoa('en', 1), version: (() => '1') as unknown as string }
    await expect(renderInWorker(report, 'json')).rejects.toThrow('could not be cloned')
    expect((await renderInWorker(sampleSoa('en', 1), 'json')).length).toBeGreaterThan(100)
  })
})
