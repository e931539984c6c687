/** Far more than any answer takes, and little enough to hold in memory. */
const LARGEST_BODY = 4 * 1024 * 1024

/** Fetches as `fetch` does, and breaks off a body that grows beyond all measure. */
export const boundedFetch: typeof fetch = async (input, init) => {
  const response = await fetch(input, init)
  if (response.body === null) return response
  let bytes = 0
  const counter = new TransformStream<Uint8Array, Uint8Array>({
    transform: (chunk, controller) => {
      bytes += chunk.byteLength
      if (bytes > LARGEST_BODY) controller.error(new RangeError('response body too large'))
      else controller.enqueue(chunk)
    },
  })
  const { status, statusText, headers } = response
  return new Response(response.body.pipeThrough(counter), { status, statusText, headers })
}
