import type { HengModule } from '@heng/server-kit'
import { module as assets } from '@heng/assets/server'
import { module as controls } from '@heng/controls/server'
import { module as frameworks } from '@heng/frameworks/server'

/** The rooms of this installation, lowest first: a room may build on those above it in this list. */
export const rooms: readonly HengModule[] = [frameworks, assets, controls]
