import { startAuthentication, startRegistration, WebAuthnError, type PublicKeyCredentialCreationOptionsJSON, type PublicKeyCredentialRequestOptionsJSON } from '@simplewebauthn/browser'
import { ApiError } from '@heng/web-kit'
import { auth } from './api.ts'

interface Words {
  readonly cancelled: string
  readonly place: string
  readonly unsupported: string
  readonly known: string
}

const refused = (message: string): ApiError => new ApiError({ code: 'passkey', status: 422, message })

/** What the browser says about a passkey, in words that say what to do. */
const explained = (error: unknown, words: Words): unknown => {
  if (!(error instanceof Error) || error instanceof ApiError) return error
  const code = error instanceof WebAuthnError ? error.code : ''
  if (code === 'ERROR_INVALID_DOMAIN' || code === 'ERROR_INVALID_RP_ID') return refused(words.place)
  if (code === 'ERROR_AUTHENTICATOR_PREVIOUSLY_REGISTERED') return refused(words.known)
  if (error.name === 'NotAllowedError' || code === 'ERROR_CEREMONY_ABORTED') return refused(words.cancelled)
  return refused(words.unsupported)
}

/** Signs in with a passkey of this device. Rejects with `ApiError`. */
export const signInWithPasskey = async (words: Words): Promise<void> => {
  try {
    const optionsJSON = await auth<PublicKeyCredentialRequestOptionsJSON>('/passkey/generate-authenticate-options')
    const response = await startAuthentication({ optionsJSON: { ...optionsJSON, userVerification: 'required' } })
    await auth('/passkey/verify-authentication', { response })
  } catch (error) {
    throw explained(error, words)
  }
}

/** Makes a passkey on this device for the signed-in account. Rejects with `ApiError`. */
export const addPasskey = async (name: string, words: Words): Promise<void> => {
  try {
    const optionsJSON = await auth<PublicKeyCredentialCreationOptionsJSON>('/passkey/generate-register-options')
    const response = await startRegistration({ optionsJSON })
    await auth('/passkey/verify-registration', { response, name })
  } catch (error) {
    throw explained(error, words)
  }
}
