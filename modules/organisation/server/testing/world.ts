import { module as approvals } from '@heng/approvals/server'
import { module as records } from '@heng/records/server'
import { createWorld, type TestWorld } from '@heng/testkit'
import { module } from '../module.ts'

/** The room with those that it stands on. */
export const organisationWorld = (): Promise<TestWorld> => createWorld([records, approvals, module])
