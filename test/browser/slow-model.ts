import { readRequest } from '../model-server/request-reader.ts'
import { chunkOf, DONE, type ModelServer, serveModel, startStream, USAGE } from '../model-server/server.ts'

export interface SlowModel extends ModelServer {
  /** Lets the next answer, or the one under way, come to its end. */
  release(): void
}

/** A model that writes a true sentence at once and a false one only when it is let go on; it mends nothing. */
export async function serveSlowModel(): Promise<SlowModel> {
  let gate = Promise.withResolvers<void>()
  const server = await serveModel(async (sent, response) => {
    const { passages, broken } = readRequest(sent)
    startStream(response)
    const write = (text: string) => response.write(chunkOf({ content: text }))
    if (broken.length > 0) write('{"sentences":[]}')
    else {
      const label = passages.find(({ text }) => text.includes('三级医院总数达到35家以上'))?.label ?? ''
      const sentence = (text: string) => JSON.stringify({ text, labels: [label], quotes: [] })
      write(`{"sentences":[${sentence('到2024年，青岛全市三级医院总数达到35家以上。')},`)
      await gate.promise
      gate = Promise.withResolvers<void>()
      write(`${sentence('到2024年，全市三级医院总数达到53家以上。')}]}`)
    }
    response.end(`${chunkOf({}, 'stop')}${USAGE}${DONE}`)
  })
  return { ...server, release: () => gate.resolve() }
}
