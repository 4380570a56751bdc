import { spawnSync } from 'node:child_process'

/** The same years by numpy: counts, costs, and their sums by year. Prints the best time in milliseconds. */
const program = `
import time, numpy as np
rng, n, best = np.random.default_rng(7), 1_000_000, 1e9
for _ in range(9):
    began = time.perf_counter()
    counts = rng.poisson(1, n)
    costs = rng.lognormal(11, 1.2, counts.sum())
    years = np.bincount(np.repeat(np.arange(n), counts), weights=costs, minlength=n)
    best = min(best, time.perf_counter() - began)
print(best * 1000)`

/** Milliseconds for a million years of one event each; undefined where there is no Python with numpy. */
export const numpyMs = (): number | undefined => {
  const { status, stdout } = spawnSync(process.env.BENCH_PYTHON ?? 'python3', ['-c', program], { encoding: 'utf8' })
  return status === 0 ? Number(stdout) : undefined
}
