import type { Answer } from '../../calls/answer'
import { currencyOf } from '../currencies'
import { failure, NOT_FOUND, success } from '../meta'
import type { Switches } from '../switches'

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

/** Codes with labels of our own making; an empty label stands for the parent's (fact sheet §9). */
const CODES: readonly ResponseCode[] = [
  code('ePayEngine', '1', 'The operation failed.'),
  code('ePayEngine', '113', 'The amount is above what can be captured.'),
  code('ePayEngine', '114', 'The amount is above what can be credited.'),
  code('Nets', '100', 'The acquirer refused the operation.'),
  code('Walley', '100', ''),
]

/** `GET /responsecodes/{source}/{actioncode}`. */
export function readResponseCode(switches: Switches, source: string, actioncode: string): Answer {
  const responsecode = CODES.find((one) => one.source === source && one.actioncode === actioncode)
  return responsecode ? success(switches, { responsecode }) : failure(switches, NOT_FOUND)
}

/** `GET /responsecodes` and `GET /responsecodes/{source}`. */
export function listResponseCodes(switches: Switches, source?: string): Answer {
  const responsecodes = CODES.filter((one) => source === undefined || one.source === source)
  return success(switches, { responsecodes })
}

/** `GET /currencies/{code}`. */
export function readCurrency(switches: Switches, currency: string): Answer {
  return success(switches, { currency: currencyOf(currency) })
}
