import { returnTarget } from '@heng/web-kit'
import { useQueryClient } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'

/** Goes on after signing in: forgets what another session may have loaded, then opens the page, if it is one of ours. */
export const useArrive = (): ((path: string) => void) => {
  const queries = useQueryClient()
  const { history } = useRouter()
  return (path) => {
    queries.clear()
    const target = returnTarget(path)
    history.push(target.startsWith('/sign-in') ? '/' : target)
  }
}
