/**
 * Freezes a value and all it holds, so that a published method cannot be changed by whoever reads it. Returns the
 * same value. For plain, acyclic data.
 */
export function deepFreeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value)
    for (const inner of Object.values(value)) deepFreeze(inner)
  }
  return value
}
