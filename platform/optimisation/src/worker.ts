import { parentPort, workerData } from 'node:worker_threads'
import { answer, type Question } from './question.ts'

const port = parentPort!
// A question that cannot be asked ends the thread with its error.
port.postMessage({ answer: await answer(workerData as Question, (done, of) => port.postMessage({ done, of })) })
