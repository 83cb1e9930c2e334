import { DecoratorHandler, type Dispatcher } from "undici";
import { tooLate } from "./send-collecting.ts";

/**
 * Opening a connection takes its time, and a process may be paused at any point. So whether a
 * request may leave is asked in the same step of this thread that hands it to the socket: undici
 * calls `onRequestStart` right before it writes, and what is thrown there keeps it from that.
 */
export function askBeforeWriting(
  mayLeave: (request: Dispatcher.DispatchOptions) => boolean,
): Dispatcher.DispatcherComposeInterceptor {
  return (dispatch) => (request, handler) => {
    const asking: Dispatcher.DispatchHandler = new DecoratorHandler(handler);
    const start = asking.onRequestStart?.bind(asking);
    asking.onRequestStart = (controller, context) => {
      if (!mayLeave(request)) throw tooLate;
      start?.(controller, context);
    };
    return dispatch(request, asking);
  };
}
