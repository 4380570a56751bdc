import { frameworks } from '@heng/frameworks/contract'
import { apiFor } from '@heng/web-kit'
import { useQueryClient } from '@tanstack/react-query'
import { controls } from '../contract/index.ts'

/** Typed calls and queries of this room, and of the frameworks below it. */
export const api = apiFor(controls)
export const frameworksApi = apiFor(frameworks)

/** Makes controls load again wherever they show: registers, requirements, coverage, statements of applicability. */
export const useRefreshControls = (): (() => Promise<void>) => {
  const queries = useQueryClient()
  return async () => {
    await Promise.all(['control', 'framework', 'requirement', 'soa'].map((part) => queries.invalidateQueries({ queryKey: [[part]] })))
  }
}

/** Makes procedures, results and the controls that rest on them load again, and the work about them. */
export const useRefreshTests = (): (() => Promise<void>) => {
  const queries = useQueryClient()
  return async () => {
    await Promise.all(['controlTest', 'testResult', 'control', 'work', 'attachment'].map((part) => queries.invalidateQueries({ queryKey: [[part]] })))
  }
}
