export * from './world.ts'
export * from './gadgets.ts'
export { totp } from './totp.ts'
