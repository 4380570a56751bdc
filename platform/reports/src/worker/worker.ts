import { parentPort } from 'node:worker_threads'
import { ReportError } from '../model/error.ts'
import type { FromWorker, ToWorker } from './protocol.ts'
import { ReportAssembly } from './protocol.ts'
import { readReport } from './read-report.ts'
import { render } from './render.ts'

let assembly: ReportAssembly | undefined

function refusal(error: unknown): FromWorker {
  if (error instanceof ReportError) return { kind: 'refused', code: error.code, place: error.place, problem: error.problem }
  return { kind: 'refused', code: 'failed', place: '', problem: error instanceof Error ? error.message : String(error) }
}

parentPort?.on('message', (message: ToWorker) => {
  if (message.kind === 'begin') assembly = new ReportAssembly(message.report)
  if (message.kind === 'rows') assembly?.add(message.section, message.block, message.rows)
  if (message.kind !== 'file' && (message.kind !== 'render' || assembly === undefined)) return
  const report = message.kind === 'file' ? readReport(message.file) : Promise.resolve(assembly!.report())
  assembly = undefined
  report.then((one) => render(one, message.format)).then(
    (result) => {
      // A copy of its own: the library's buffer may be a part of a shared pool, which cannot be handed over.
      const bytes = new Uint8Array(result)
      parentPort?.postMessage({ kind: 'done', bytes } satisfies FromWorker, [bytes.buffer])
    },
    (error: unknown) => parentPort?.postMessage(refusal(error)),
  )
})
