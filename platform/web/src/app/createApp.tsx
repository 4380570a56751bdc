import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import type { ComponentType } from 'react'
import { createQueryClient } from '../client/queryClient.ts'
import { onSessionExpired } from '../client/request.ts'
import { subscribeLocale } from '../text/locale.ts'
import { buildRegistry } from './buildRegistry.ts'
import { RegistryContext } from './registry.ts'
import type { WebRoom } from './room.ts'
import { createAppRouter, signInPath } from './router.tsx'
import { ThemeProvider } from './ThemeProvider.tsx'
import { nameOpenLists } from './listNames.ts'
import { markNavigated } from './navigated.ts'
import './base.css'
import './shell.css'
import '../register/register.css'
import '../record/record.css'
import '../values/values.css'

/**
 * Builds the whole browser application from its rooms: router, data cache, appearance, language and frame.
 * Throws when rooms contradict each other (see `buildRegistry`).
 */
export const createApp = (rooms: readonly WebRoom[]): { readonly App: ComponentType } => {
  const registry = buildRegistry(rooms)
  const queries = createQueryClient()
  const router = createAppRouter(registry, queries)
  router.subscribe('onBeforeLoad', ({ pathChanged, fromLocation }) => {
    if (pathChanged && fromLocation !== undefined) markNavigated()
  })
  onSessionExpired(() => {
    const { pathname, href } = router.state.location
    const isPublic = registry.pages.some((page) => page.public === true && page.path === pathname)
    if (!isPublic) void router.navigate({ to: signInPath, search: { return: href }, replace: true })
  })
  // Answers come in the language they were asked in: titles that the product worded, names of methods and levels.
  subscribeLocale(() => void queries.invalidateQueries())
  nameOpenLists()
  const App = () => (
    <RegistryContext value={registry}>
      <QueryClientProvider client={queries}>
        <ThemeProvider>
          <RouterProvider router={router} />
        </ThemeProvider>
      </QueryClientProvider>
    </RegistryContext>
  )
  return { App }
}
