import { parentPort } from 'node:worker_threads'
import { work, type Job, type Step } from './task.ts'

parentPort!.on('message', ({ step, job }: { step: Step; job: Job }) => parentPort!.postMessage(work(step, job)))
