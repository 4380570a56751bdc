/** Rounds in which rows that only fail together are looked for. */
const rounds = 12

/**
 * Finds the items for which `attempt` fails: `attempt` takes a set and throws when it does not like it. Sets are halved,
 * so k bad ones among n cost about 2 k log₂ n attempts. Items that pass alone and fail together are parted by refusing
 * the later one. Errors that `isRefusal` does not know are thrown on.
 */
export const sift = async <T>(
  items: readonly T[], attempt: (items: readonly T[]) => Promise<void>, isRefusal: (error: unknown) => boolean,
): Promise<Map<T, unknown>> => {
  const refused = new Map<T, unknown>()
  const failure = async (some: readonly T[]): Promise<unknown> => {
    try {
      await attempt(some)
      return undefined
    } catch (error) {
      if (!isRefusal(error)) throw error
      return error
    }
  }
  const halve = async (some: readonly T[]): Promise<void> => {
    const error = await failure(some)
    if (error === undefined) return
    if (some.length === 1) return void refused.set(some[0]!, error)
    const middle = some.length >> 1
    await halve(some.slice(0, middle))
    await halve(some.slice(middle))
  }
  // Nearly always all is well, and one attempt says so.
  if (items.length === 0 || (await failure(items)) === undefined) return refused
  await halve(items)
  for (let round = 0; ; round += 1) {
    const rest = items.filter((item) => !refused.has(item))
    const error = rest.length === 0 ? undefined : await failure(rest)
    if (error === undefined) return refused
    if (round === rounds) {
      for (const item of rest) refused.set(item, error)
      return refused
    }
    refused.set(rest[(await shortestFailing(rest, failure)) - 1]!, error)
  }
}

/** Length of the shortest beginning that fails, by binary search; the whole is known to fail. */
const shortestFailing = async <T>(items: readonly T[], failure: (items: readonly T[]) => Promise<unknown>): Promise<number> => {
  let [good, bad] = [0, items.length]
  while (bad - good > 1) {
    const middle = (good + bad) >> 1
    if ((await failure(items.slice(0, middle))) === undefined) good = middle
    else bad = middle
  }
  return bad
}
