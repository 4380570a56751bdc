import { startTestServer } from './index.ts'

/** For vitest's `globalSetup`: holds the test server for the whole run, and stops it at the end unless another run uses it. */
export async function setup(): Promise<() => Promise<void>> {
  const server = await startTestServer()
  return async () => {
    await server.stop()
  }
}
