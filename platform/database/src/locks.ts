/**
 * Advisory locks of the product: all share this first key ("HENG" in ASCII) and differ in the second.
 * They belong to one database each (PostgreSQL manual, 13.3.5), so two products in one cluster do not disturb each other.
 */
export const LOCK_CLASS = 0x48_45_4e_47

/** Second keys. `use` is shared by everyone who uses the embedded server, the rest are exclusive. */
export const LOCK = { use: 0, web: 1, worker: 2, migrate: 3 } as const
