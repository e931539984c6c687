import { InvalidVectorError } from './invalid-vector-error.ts'

/** @throws InvalidVectorError unless the vector has `dimension` finite numbers, not all of them zero */
export function checkVector(vector: Float32Array, dimension: number): void {
  if (vector.length !== dimension) {
    throw new InvalidVectorError(`向量长度应为 ${dimension},实为 ${vector.length}。`, {
      details: { expected: dimension, actual: vector.length },
    })
  }
  const position = vector.findIndex((value) => !Number.isFinite(value))
  if (position >= 0) {
    throw new InvalidVectorError('向量中有非数值或无穷大。', { details: { position } })
  }
  if (vector.every((value) => value === 0)) throw new InvalidVectorError('向量的各分量全为零。')
}

/**
 * The vector checked and scaled to length 1, so that its inner product is a cosine.
 * @throws InvalidVectorError as `checkVector`
 */
export function unitVector(vector: Float32Array, dimension: number): Float32Array {
  checkVector(vector, dimension)
  let squares = 0
  for (const value of vector) squares += value * value
  const length = Math.sqrt(squares)
  return vector.map((value) => value / length)
}
