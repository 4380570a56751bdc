import type { Kit } from './kit.ts'
import type { HengModule } from './module.ts'

/** What a room hands to another room's extension point; made by `ExtensionPoint.with`. */
export interface Extension {
  readonly point: string
  readonly items: readonly unknown[]
}

/** A place where other rooms plug in what only they know, such as what happens when their record is approved. */
export interface ExtensionPoint<T> {
  /** For the module's `extensions`. */
  with: (...items: readonly T[]) => Extension
  /** Everything that the rooms of this process plugged in, lowest room first. */
  of: (kit: Pick<Kit, 'modules'>) => readonly T[]
}

/** Declares an extension point; the room that owns it exports it from its reads, so that upper rooms may use it. */
export const extensionPoint = <T>(name: string): ExtensionPoint<T> => ({
  with: (...items) => ({ point: name, items }),
  of: ({ modules }) =>
    modules.flatMap((m: HengModule) => (m.extensions ?? []).filter((e) => e.point === name).flatMap((e) => e.items as readonly T[])),
})
