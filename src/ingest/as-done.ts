/** Works at several things at once, in their order, and gives each result when it is there. */
export async function* asDone<T, R>(
  things: Iterable<T>,
  width: number,
  work: (thing: T) => Promise<R>,
): AsyncIterable<R> {
  const running = new Map<number, Promise<readonly [number, R]>>()
  let number = 0
  for (const thing of things) {
    const key = number++
    running.set(
      key,
      work(thing).then((result) => [key, result] as const),
    )
    if (running.size >= width) yield await next(running)
  }
  while (running.size > 0) yield await next(running)
}

async function next<R>(running: Map<number, Promise<readonly [number, R]>>): Promise<R> {
  const [key, result] = await Promise.race(running.values())
  running.delete(key)
  return result
}
