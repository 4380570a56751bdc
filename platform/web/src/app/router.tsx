import type { QueryClient } from '@tanstack/react-query'
import {
  createRootRoute, createRoute, createRouter, lazyRouteComponent, Navigate, Outlet, redirect, retainSearchParams, type AnyRoute,
} from '@tanstack/react-router'
import { isApiError } from '../client/apiError.ts'
import { meOptions } from '../client/session.ts'
import { adoptLocale } from '../text/locale.ts'
import { Landing } from './Landing.tsx'
import { OrganisationFrame } from './OrganisationFrame.tsx'
import { PageSkeleton } from './PageSkeleton.tsx'
import { PublicFrame } from './PublicFrame.tsx'
import { RouteError } from './RouteError.tsx'
import type { Registry } from './registry.ts'
import { parseSearch, stringifySearch } from './search.ts'
import { Shell } from './Shell.tsx'
import { NotFoundPage } from './StatusPage.tsx'

export const signInPath = '/sign-in'

const isAbsolute = (path: string): boolean => path.startsWith('/')

/** The route tree: public pages, pages of the signed-in user, and pages of one organisation below `/o/$org`. */
export const createAppRouter = (registry: Registry, queries: QueryClient) => {
  const root = createRootRoute({ component: Outlet, notFoundComponent: () => <PublicFrame><NotFoundPage /></PublicFrame> })
  const publicFrame = createRoute({ getParentRoute: () => root, id: 'public', component: () => <PublicFrame><Outlet /></PublicFrame> })
  const signedIn = createRoute({
    getParentRoute: () => root,
    id: 'signed-in',
    beforeLoad: async ({ location }) => {
      try {
        const { user } = await queries.ensureQueryData(meOptions())
        if (user.locale !== null) adoptLocale(user.locale)
      } catch (error) {
        if (isApiError(error) && error.status === 401) throw redirect({ to: signInPath, search: { return: location.href } })
        throw error
      }
    },
    component: Outlet,
  })
  const landing = createRoute({ getParentRoute: () => signedIn, path: '/', component: Landing })
  const organisation = createRoute({ getParentRoute: () => signedIn, path: '/o/$org', component: OrganisationFrame, notFoundComponent: NotFoundPage,
    // Whoever looks at the past goes on looking at it from page to page.
    search: { middlewares: [retainSearchParams(['asOf'] as never)] },
  })
  const route = (parent: AnyRoute, path: string, page: Registry['pages'][number]['page']): AnyRoute =>
    createRoute({ getParentRoute: () => parent, path, component: lazyRouteComponent(page, 'Component') })

  const within = registry.pages.filter(({ path }) => !isAbsolute(path))
  const absolute = registry.pages.filter(({ path }) => isAbsolute(path))
  const first = registry.navigation[0]
  const start = within.some(({ path }) => path === '')
    ? []
    : [createRoute({ getParentRoute: () => organisation, path: '/', component: () => <StartPage path={first?.path} /> })]
  const account = createRoute({ getParentRoute: () => signedIn, id: 'account', component: () => <Shell><Outlet /></Shell> })

  const tree = root.addChildren([
    publicFrame.addChildren(absolute.filter((page) => page.public === true).map(({ path, page }) => route(publicFrame, path, page))),
    signedIn.addChildren([
      landing,
      account.addChildren(absolute.filter((page) => page.public !== true).map(({ path, page }) => route(account, path, page))),
      organisation.addChildren([...start, ...within.map(({ path, page }) => route(organisation, path === '' ? '/' : path, page))]),
    ]),
  ])
  return createRouter({
    routeTree: tree,
    parseSearch,
    stringifySearch,
    defaultPreload: false,
    defaultPendingMs: 200,
    defaultPendingMinMs: 200,
    defaultPendingComponent: PageSkeleton,
    defaultErrorComponent: RouteError,
    scrollRestoration: true,
  })
}

const StartPage = ({ path }: { readonly path: string | undefined }) =>
  path === undefined ? <NotFoundPage /> : <Navigate from="/o/$org" to={`./${path}`} replace />
