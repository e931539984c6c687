import { createServer, type Socket } from 'node:net'

/** A listener that nothing should ever reach. */
export interface Canary {
  readonly url: string
  touched(): number
  close(): Promise<void>
}

export async function openCanary(): Promise<Canary> {
  const sockets: Socket[] = []
  const server = createServer((socket) => void sockets.push(socket.on('error', () => undefined)))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new TypeError('the canary has no port')
  return {
    url: `http://127.0.0.1:${address.port}/canary`,
    touched: () => sockets.length,
    close: () => {
      for (const socket of sockets) socket.destroy()
      return new Promise((resolve) => server.close(() => resolve()))
    },
  }
}
