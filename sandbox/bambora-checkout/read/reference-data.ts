import type { ProviderResponse } from '../../calls/response'
import { findCurrency } from '../currencies'
import { failure, NOT_FOUND, success } from '../meta'
import type { Settings } from '../settings'

interface ResponseCode {
  readonly actioncode: string
  readonly source: string
  readonly enduserlabel: string
  readonly merchantlabel: string
  readonly parentactioncode: string
  readonly parentsource: string
}

function code(source: string, actioncode: string, merchantlabel: string): ResponseCode {
  const parent = { parentactioncode: '1', parentsource: 'ePayEngine' }
  return { actioncode, source, enduserlabel: '', merchantlabel, ...parent }
}

/**
 * Codes with labels written for the sandbox; an empty label stands for the parent's (fact sheet
 * §9).
 */
const CODES: readonly ResponseCode[] = [
  code('ePayEngine', '1', 'The operation failed.'),
  code('ePayEngine', '113', 'The amount is above what can be captured.'),
  code('ePayEngine', '114', 'The amount is above what can be credited.'),
  code('Nets', '100', 'The acquirer refused the operation.'),
  code('Walley', '100', ''),
]

/** `GET /responsecodes/{source}/{actioncode}`. */
export function readResponseCode(
  settings: Settings,
  source: string,
  actioncode: string,
): ProviderResponse {
  const responsecode = CODES.find((one) => one.source === source && one.actioncode === actioncode)
  return responsecode
    ? success(settings, { responsecode })
    : failure(settings, NOT_FOUND, 'responsecode')
}

/** `GET /responsecodes` and `GET /responsecodes/{source}`. */
export function listResponseCodes(settings: Settings, source?: string): ProviderResponse {
  const responsecodes = CODES.filter((one) => source === undefined || one.source === source)
  return success(settings, { responsecodes })
}

/** `GET /currencies/{code}`, by letters or digits; one that is not known is not found. */
export function readCurrency(settings: Settings, code: string): ProviderResponse {
  const currency = findCurrency(code)
  return currency ? success(settings, { currency }) : failure(settings, NOT_FOUND, 'currency')
}
