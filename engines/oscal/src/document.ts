import type { z } from 'zod'
import type { OscalLimits } from './limits.ts'
import { OscalError } from './problem.ts'
import { type Profile, profileSchema } from './profile/schema.ts'
import { type Catalog, catalogSchema } from './schema.ts'

/** JSON as text or as UTF-8 bytes. */
export type OscalInput = string | Uint8Array

export type OscalDocument = { model: 'catalog'; catalog: Catalog } | { model: 'profile'; profile: Profile }

/** 1.0.0 to 1.2.x; NIST's own converter writes a leading "v". */
const VERSION = /^v?1\.[012](?:\.|-|$)/

/**
 * Reads and checks an OSCAL catalog or profile.
 *
 * @throws OscalError `size`, `json`, `depth`, `model`, `version`, or `shape` with the JSON path.
 */
export function parseDocument(input: OscalInput, limits: OscalLimits): OscalDocument {
  const root = parseJson(input, limits)
  if (typeof root !== 'object' || root === null) throw new OscalError('model', { path: '$', found: typeof root, allowed: MODELS })
  if ('catalog' in root) return { model: 'catalog', catalog: checked(catalogSchema, root.catalog, '$.catalog') }
  if ('profile' in root) return { model: 'profile', profile: checked(profileSchema, root.profile, '$.profile') }
  const found = Object.keys(root).find((key) => key !== '$schema') ?? '{}'
  throw new OscalError('model', { path: '$', found, allowed: MODELS })
}

const MODELS = 'catalog, profile'

function parseJson(input: OscalInput, limits: OscalLimits): unknown {
  const size = typeof input === 'string' ? Buffer.byteLength(input) : input.length
  if (size > limits.size) throw new OscalError('size', { allowed: limits.size })
  let root: unknown
  try {
    const text = typeof input === 'string' ? input : new TextDecoder('utf-8', { fatal: true }).decode(input)
    root = JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch (error) {
    throw new OscalError('json', { found: error instanceof Error ? error.message : String(error) })
  }
  checkDepth(root, limits.depth)
  return root
}

/** Everything after this walks the tree recursively, so the depth is checked by a loop of its own. */
function checkDepth(root: unknown, allowed: number): void {
  let level: unknown[] = [root]
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > allowed) throw new OscalError('depth', { allowed })
    level = level.flatMap((value) => (typeof value === 'object' && value !== null ? Object.values(value) : []))
  }
}

function checked<T extends Catalog | Profile>(schema: z.ZodType<T>, value: unknown, root: string): T {
  const result = schema.safeParse(value)
  if (!result.success) {
    const issue = result.error.issues[0]
    throw new OscalError('shape', { path: jsonPath(root, issue?.path ?? []), found: issue?.message })
  }
  const version = result.data.metadata['oscal-version']
  if (!VERSION.test(version))
    throw new OscalError('version', { path: `${root}.metadata.oscal-version`, found: version, allowed: '1.0–1.2' })
  return result.data
}

function jsonPath(root: string, steps: readonly PropertyKey[]): string {
  return steps.reduce<string>((path, step) => path + (typeof step === 'number' ? `[${step}]` : `.${String(step)}`), root)
}
