/** One message of a stream of server-sent events; `id` is the last that was told, '' before any. */
export interface StreamMessage {
  readonly id: string
  readonly data: string
}

/**
 * Takes text as it comes, cut anywhere, and gives the messages that are complete by then (HTML standard, "Interpreting an
 * event stream"). Of the fields only `id` and `data` mean something here; comments are signs of life.
 */
export function createEventLines(): (text: string) => StreamMessage[] {
  let rest = ''
  let id = ''
  let data: string[] = []
  return (text) => {
    // A carriage return at the very end may be the first half of a line break.
    const lines = (rest + text).split(/\r\n|\r(?!$)|\n/)
    rest = lines.pop() ?? ''
    const messages: StreamMessage[] = []
    for (const line of lines) {
      if (line === '') {
        if (data.length > 0) messages.push({ id, data: data.join('\n') })
        data = []
        continue
      }
      const [name, value] = fieldOf(line)
      if (name === 'data') data.push(value)
      if (name === 'id' && !value.includes('\0')) id = value
    }
    return messages
  }
}

function fieldOf(line: string): readonly [string, string] {
  const colon = line.indexOf(':')
  if (colon === -1) return [line, '']
  return [line.slice(0, colon), line.slice(colon + 1).replace(/^ /, '')]
}
