import { DecoratorHandler, type Dispatcher } from 'undici'

/** The code of the error with which a request fails that could not start in time. */
export const TOO_LATE = 'PAYDESK_TOO_LATE'

/**
 * Lets a request start only before the limit of that moment, by `performance.now()`. It is asked
 * when a connection stands and the first byte is about to be written: however long the process
 * stood still before, nothing leaves later.
 */
export function startingBefore(limitMs: () => number): Dispatcher.DispatcherComposeInterceptor {
  return (dispatch) => (options, handler) => {
    const started: Dispatcher.DispatchHandler = new DecoratorHandler(handler)
    const goOn = started.onRequestStart?.bind(started)
    started.onRequestStart = (controller, context) => {
      if (performance.now() > limitMs()) {
        throw Object.assign(new Error('it is too late to send'), { code: TOO_LATE })
      }
      goOn?.(controller, context)
    }
    return dispatch(options, started)
  }
}
