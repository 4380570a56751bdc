import { session, type organisationOfMe } from '@heng/contract'
import { useSuspenseQuery } from '@tanstack/react-query'
import { createContext, useContext } from 'react'
import type { z } from 'zod'
import { usePast } from '../past/PastContext.ts'
import { apiFor } from './api.ts'

export type Organisation = z.output<typeof organisationOfMe>

export const sessionApi = apiFor({ session }).session

export const meOptions = () => sessionApi.me.queryOptions({ input: {}, staleTime: 60_000 })

/** The signed-in user and the organisations they may enter. Only below the signed-in layout, which loads it first. */
export const useMe = () => useSuspenseQuery(meOptions()).data

export const OrganisationContext = createContext<Organisation | null>(null)

/** The organisation of the current page, or null outside `/o/{slug}`. */
export const useOrganisationOrNull = (): Organisation | null => useContext(OrganisationContext)

/** The organisation of the current page. Throws outside `/o/{slug}`. */
export const useOrganisation = (): Organisation => {
  const organisation = useContext(OrganisationContext)
  if (organisation === null) throw new Error('useOrganisation: this page is not below /o/$org')
  return organisation
}

/** Slug of the current organisation: the input `org` of every organisation operation. */
export const useOrg = (): string => useOrganisation().slug

/** Whether the caller holds a permission in at least one scope; of the past, only to read. Rows decide about single records by `allowed`. */
export const usePermission = (permission: string | undefined): boolean => {
  const organisation = useOrganisationOrNull()
  const past = usePast().asOf !== null
  if (past && permission !== undefined && !permission.endsWith(':read')) return false
  return permission === undefined || (organisation?.permissions.includes(permission) ?? false)
}
