export interface Owner {
  readonly name: string
  readonly email: string
  readonly password: string
}
export const owner: Owner = { name: '林晓', email: 'lin.xiao@hengyue.example', password: 'quiet-river-walks-uphill-9' }

/** What everybody chooses who accepts an invitation in a journey. */
export const memberPassword = 'copper-lantern-drifts-south-4'
