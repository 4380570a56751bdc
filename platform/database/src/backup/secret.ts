import { createHash, randomBytes } from 'node:crypto'
import { mkdir, open, readFile, rename, rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import { errorCode } from '../errors.ts'

/** The installation's key as it lies in its file; undefined where there is none. */
export async function readSecret(file: string): Promise<Buffer | undefined> {
  return await readFile(file).catch((error: unknown) => {
    if (errorCode(error) === 'ENOENT') return undefined
    throw error
  })
}

/** SHA-256 in hexadecimal. */
export function sumOfSecret(secret: Uint8Array): string {
  return createHash('sha256').update(secret).digest('hex')
}

/** Puts the key of a backup into its place; `undo` puts back what was there. */
export class SecretReturn {
  readonly #file: string
  #before: { readonly content: Buffer | undefined } | undefined

  constructor(file: string) {
    this.#file = file
  }

  async put(secret: Buffer): Promise<void> {
    const content = await readSecret(this.#file)
    await this.#write(secret)
    this.#before = { content }
  }

  async undo(): Promise<void> {
    if (this.#before === undefined) return
    if (this.#before.content === undefined) await rm(this.#file, { force: true })
    else await this.#write(this.#before.content)
  }

  // Beside its place and renamed, so that at no moment half a key lies there.
  async #write(content: Buffer): Promise<void> {
    await mkdir(dirname(this.#file), { recursive: true })
    const draft = `${this.#file}.${randomBytes(6).toString('hex')}`
    const handle = await open(draft, 'wx', 0o600)
    try {
      await handle.writeFile(content)
      await handle.sync()
      await handle.close()
      await rename(draft, this.#file)
    } finally {
      await handle.close().catch(() => undefined)
      await rm(draft, { force: true })
    }
  }
}
