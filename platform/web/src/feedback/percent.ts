/** Share done in whole per cent, never 100 before the end; null while the total is unknown. */
export const percentOf = (done: number, total: number | null): number | null =>
  total === null || total <= 0 ? null : done >= total ? 100 : Math.min(99, Math.floor((done / total) * 100))
