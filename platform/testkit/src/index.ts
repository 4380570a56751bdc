export * from './world.ts'
export * from './gadgets.ts'
