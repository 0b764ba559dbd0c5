import { DECLINE_TEXTS } from './texts/decline'
import { REGISTRATION_TEXTS } from './texts/registration'
import { REQUEST_TEXTS } from './texts/request'
import { SUCCESS_TEXTS } from './texts/success'
import { VERIFICATION_TEXTS } from './texts/verification'
import { WORKFLOW_TEXTS } from './texts/workflow'

/** The text of each code, in words of the sandbox; the platform's own texts are not repeated. */
export const TEXTS: Readonly<Record<string, string>> = {
  ...SUCCESS_TEXTS,
  ...REGISTRATION_TEXTS,
  ...VERIFICATION_TEXTS,
  ...REQUEST_TEXTS,
  ...WORKFLOW_TEXTS,
  ...DECLINE_TEXTS,
}
