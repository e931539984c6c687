/** One event of a `text/event-stream`. */
export interface ServerEvent {
  /** Null when the stream counts nothing. */
  readonly id: string | null
  readonly event: string
  readonly data: string
}

/** The events of a stream, in order, as far as they are complete. Comments and other fields are passed over. */
export async function* serverEvents(stream: ReadableStream<Uint8Array>): AsyncGenerator<ServerEvent, void> {
  const reader = stream.getReader()
  const decoder = new TextDecoder()
  let rest = ''
  try {
    for (;;) {
      const { value, done } = await reader.read()
      if (done) return
      rest += decoder.decode(value, { stream: true })
      const blocks = rest.split(/\r?\n\r?\n/)
      rest = blocks.pop() ?? ''
      for (const block of blocks) {
        const event = eventIn(block)
        if (event !== undefined) yield event
      }
    }
  } finally {
    reader.cancel().catch(() => undefined)
  }
}

function eventIn(block: string): ServerEvent | undefined {
  const values = (name: string) =>
    block
      .split(/\r?\n/)
      .filter((line) => line.startsWith(`${name}:`))
      .map((line) => line.slice(name.length + 1).replace(/^ /, ''))
  const data = values('data')
  if (data.length === 0) return undefined
  return {
    id: values('id').at(-1) ?? null,
    event: values('event').at(-1) ?? 'message',
    data: data.join('\n'),
  }
}
