/**
 * The assignment of rows to columns with the largest sum of worths (Kuhn and Munkres, with potentials).
 * @returns for each row its column, or -1
 */
export function bestAssignment(worths: readonly (readonly number[])[]): readonly number[] {
  const size = Math.max(worths.length, worths[0]?.length ?? 0)
  const cost = (row: number, column: number) => -(worths[row]?.[column] ?? 0)
  const rowOf = new Array<number>(size + 1).fill(0)
  const potentials = { row: new Float64Array(size + 1), column: new Float64Array(size + 1) }
  for (let row = 1; row <= size; row++) place(row, size, cost, rowOf, potentials)
  const columns = new Array<number>(worths.length).fill(-1)
  for (let column = 1; column <= size; column++) {
    const row = (rowOf[column] ?? 0) - 1
    if (row < worths.length && column <= (worths[0]?.length ?? 0)) columns[row] = column - 1
  }
  return columns
}

interface Potentials {
  readonly row: Float64Array
  readonly column: Float64Array
}

/** Finds a place for one more row, moving others along the cheapest path. */
function place(
  row: number,
  size: number,
  cost: (row: number, column: number) => number,
  rowOf: number[],
  { row: u, column: v }: Potentials,
): void {
  rowOf[0] = row
  const least = new Float64Array(size + 1).fill(Number.POSITIVE_INFINITY)
  const from = new Array<number>(size + 1).fill(0)
  const isUsed = new Array<boolean>(size + 1).fill(false)
  let column = 0
  do {
    isUsed[column] = true
    const at = rowOf[column] ?? 0
    let step = Number.POSITIVE_INFINITY
    let next = 0
    for (let j = 1; j <= size; j++) {
      if (isUsed[j]) continue
      const reduced = cost(at - 1, j - 1) - (u[at] ?? 0) - (v[j] ?? 0)
      if (reduced < (least[j] ?? 0)) {
        least[j] = reduced
        from[j] = column
      }
      if ((least[j] ?? 0) < step) {
        step = least[j] ?? 0
        next = j
      }
    }
    for (let j = 0; j <= size; j++) {
      if (isUsed[j]) {
        const used = rowOf[j] ?? 0
        u[used] = (u[used] ?? 0) + step
        v[j] = (v[j] ?? 0) - step
      } else least[j] = (least[j] ?? 0) - step
    }
    column = next
  } while (rowOf[column] !== 0)
  while (column !== 0) {
    const previous = from[column] ?? 0
    rowOf[column] = rowOf[previous] ?? 0
    column = previous
  }
}
