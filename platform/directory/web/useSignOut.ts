import { useNotify } from '@heng/web-kit'
import { useQueryClient } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { auth } from './api.ts'

/** Ends this session and opens the sign-in page, which then leads to `back`. */
export const useSignOut = (): ((back: string) => Promise<void>) => {
  const queries = useQueryClient()
  const notify = useNotify()
  const { history } = useRouter()
  return async (back) => {
    try {
      await auth('/sign-out', {})
      history.push(`/sign-in?return=${encodeURIComponent(back)}`)
      queries.clear()
    } catch (error) {
      notify.error(error)
    }
  }
}
