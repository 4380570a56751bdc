import type { HengModule } from '@heng/server-kit'
import { module as records } from '@heng/records/server'
import { module as approvals } from '@heng/approvals/server'
import { module as work } from '@heng/work/server'
import { module as operations } from '@heng/operations/server'
import { module as imports } from '@heng/imports/server'
import { module as organisation } from '@heng/organisation/server'
import { module as frameworks } from '@heng/frameworks/server'
import { module as assets } from '@heng/assets/server'
import { module as controls } from '@heng/controls/server'
import { module as risks } from '@heng/risks/server'
import { module as appetite } from '@heng/appetite/server'
import { module as quantification } from '@heng/quantification/server'
import { module as applicability } from '@heng/applicability/server'
import { module as changes } from '@heng/changes/server'
import { module as home } from '@heng/home/server'

/** The rooms of this installation, lowest first: a room may build on those above it in this list. */
export const rooms: readonly HengModule[] = [records, approvals, work, operations, imports, organisation, frameworks, assets, controls, risks, appetite, quantification, applicability, changes, home]
