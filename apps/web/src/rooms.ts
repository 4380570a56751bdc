import { room as directory } from '@heng/directory/web'
import { room as assets } from '@heng/assets/web'
import { room as home } from '@heng/home/web'
import { room as imports } from '@heng/imports/web'
import { room as appetite } from '@heng/appetite/web'
import { room as applicability } from '@heng/applicability/web'
import { room as controls } from '@heng/controls/web'
import { room as frameworks } from '@heng/frameworks/web'
import { room as operations } from '@heng/operations/web'
import { room as work } from '@heng/work/web'
import { room as approvals } from '@heng/approvals/web'
import { room as records } from '@heng/records/web'
import { room as risks } from '@heng/risks/web'
import { room as quantification } from '@heng/quantification/web'
import { room as organisation } from '@heng/organisation/web'
import type { WebRoom } from '@heng/web-kit'

/** The rooms of the product, in no particular order: each says itself where it stands in the navigation. */
export const rooms: readonly WebRoom[] = [directory, organisation, risks, records, approvals, work, operations, imports, assets, home, frameworks, controls, appetite, quantification, applicability]
