/** What may wait for a slow reader, in bytes, before it is cut off: it comes back and goes on where it was. */
export const waitingBytes = 2 * 1024 * 1024

export interface LiveStream {
  readonly body: ReadableStream<Uint8Array<ArrayBuffer>>
  /** Hands over; a reader for whom too much waits already is cut off instead. */
  send(bytes: Uint8Array<ArrayBuffer>): void
  /** Ends in order: what waits is still read. */
  end(): void
}

/** One reader's stream, bounded. `gone` is called once, however it ends. */
export function openLiveStream(gone: () => void, maxBytes: number = waitingBytes): LiveStream {
  let controller: ReadableStreamDefaultController<Uint8Array<ArrayBuffer>> | null = null
  function leave(how?: (open: ReadableStreamDefaultController<Uint8Array<ArrayBuffer>>) => void): void {
    if (controller === null) return
    const open = controller
    controller = null
    how?.(open)
    gone()
  }
  const body = new ReadableStream<Uint8Array<ArrayBuffer>>(
    {
      start(opened) {
        controller = opened
      },
      cancel: () => leave(),
    },
    new ByteLengthQueuingStrategy({ highWaterMark: maxBytes }),
  )
  return {
    body,
    send(bytes) {
      // Looked at before, so that one event larger than all room still comes through to a reader who keeps up.
      if ((controller?.desiredSize ?? 0) > 0) controller?.enqueue(bytes)
      // An error drops what waits and closes the connection: ended in order, it would go on waiting to be read.
      else leave((open) => open.error(tooSlow()))
    },
    end: () => leave((open) => open.close()),
  }
}

/** Its one line goes to standard error by way of the server's adapter; where it was made tells nobody anything. */
function tooSlow(): Error {
  const error = new Error('The reader of a live stream was too slow')
  error.stack = error.message
  return error
}
