import { DEMO_ENTITY, DEMO_TOKEN } from '../../oppwa/channels'

export const ID = '8ac7a4a19001aaaa019001bbbbcc0001'
export const TEST_MODE = '000.100.110'

/** As the documented example in PHP sends it: no blank after the colon of the token. */
export const DOCUMENTED = [
  'Host: eu-test.oppwa.com',
  `Authorization:Bearer ${DEMO_TOKEN}`,
  'Accept: */*',
  'Content-Type: application/x-www-form-urlencoded',
]

/** As a ticket shop's plugin sends it, through a Python library. */
export const PYTHON = [
  'Host: test.oppwa.com',
  'Accept-Encoding: gzip, deflate',
  'Connection: keep-alive',
  `Authorization: Bearer ${DEMO_TOKEN}`,
]

/** As a library in PHP of the older kind sends it: all that proves the caller is in the form. */
export const OLDER = [
  'Host: test.oppwa.com',
  'User-Agent: Guzzle/3.9.3 curl/7.88.1 PHP/7.4.33',
  'Content-Type: application/x-www-form-urlencoded; charset=utf-8',
]
export const OLDER_CALLER =
  'authentication.userId=8ac7a4ca7a11&authentication.password=paydesk-demo' +
  `&authentication.entityId=${DEMO_ENTITY}`

export const NODE = [
  'host: eu-test.oppwa.com',
  `authorization: Bearer ${DEMO_TOKEN}`,
  'content-type: application/x-www-form-urlencoded;charset=UTF-8',
]
