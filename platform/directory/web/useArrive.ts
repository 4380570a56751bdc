import { useQueryClient } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'

/** A path of this application; anything that could lead elsewhere becomes the start page. */
export const safeReturn = (path: unknown): string =>
  typeof path === 'string' && /^\/(?![/\\])/.test(path) && !path.startsWith('/sign-in') ? path : '/'

/** Goes on after signing in: forgets what another session may have loaded, then opens the page. */
export const useArrive = (): ((path: string) => void) => {
  const queries = useQueryClient()
  const { history } = useRouter()
  return (path) => {
    queries.clear()
    history.push(safeReturn(path))
  }
}
