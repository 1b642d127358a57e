import { type LiveEvent, liveEvent } from '#contract/live.ts'

/** Reads a stream of events as the page does, one at a time. */
export function readEvents(response: Pick<Response, 'body'>) {
  const reader = response.body?.getReader()
  if (reader === undefined) throw new Error('An answer without a body')
  const decoder = new TextDecoder()
  const kinds: LiveEvent['kind'][] = []
  let text = ''
  let lastId = ''
  let heartbeats = 0

  /** Null for a heartbeat. */
  function take(block: string): LiveEvent | null {
    const lines = block.split('\n')
    lastId = lines.find((line) => line.startsWith('id: '))?.slice(4) ?? lastId
    const data = lines.find((line) => line.startsWith('data: '))?.slice(6)
    if (data === undefined) {
      heartbeats += 1
      return null
    }
    const event = liveEvent.parse(JSON.parse(data))
    kinds.push(event.kind)
    return event
  }

  /** Null where the stream has ended. */
  async function next(): Promise<LiveEvent | null> {
    for (;;) {
      const end = text.indexOf('\n\n')
      if (end >= 0) {
        const event = take(text.slice(0, end))
        text = text.slice(end + 2)
        if (event !== null) return event
        continue
      }
      const piece = await reader?.read()
      if (piece === undefined || piece.done) return null
      text += decoder.decode(piece.value, { stream: true })
    }
  }

  return {
    next,
    async until<K extends LiveEvent['kind']>(kind: K): Promise<Extract<LiveEvent, { kind: K }>> {
      for (;;) {
        const event = await next()
        if (event === null) throw new Error(`The stream ended before "${kind}"`)
        if (event.kind === kind) return event as Extract<LiveEvent, { kind: K }>
      }
    },
    /** Reads to the end. */
    async ended(): Promise<'in order' | 'broken off'> {
      try {
        while ((await next()) !== null);
        return 'in order'
      } catch {
        return 'broken off'
      }
    },
    leave: () => reader.cancel(),
    /** Of those events that were read. */
    kinds: (): readonly LiveEvent['kind'][] => kinds,
    heartbeats: () => heartbeats,
    lastId: () => lastId,
  }
}
