/** Share done in whole per cent, rounded; 0 before the first and 100 after the last only. Null while the total is unknown. */
export const percentOf = (done: number, total: number | null): number | null =>
  total === null || total <= 0 ? null
  : done <= 0 ? 0
  : done >= total ? 100
  : Math.min(99, Math.max(1, Math.round((done / total) * 100)))
