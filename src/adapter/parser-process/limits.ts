/** Bounds of one child. */
export interface ParserLimits {
  readonly heapMegabytes: number
  /** Resident memory; what lies outside the JavaScript heap counts too. */
  readonly residentMegabytes: number
  readonly seconds: number
  readonly secondsPerPage: number
}

export const TEXT_LIMITS: ParserLimits = {
  heapMegabytes: 512,
  residentMegabytes: 512,
  seconds: 25,
  secondsPerPage: 0,
}
export const OCR_LIMITS: ParserLimits = {
  heapMegabytes: 1024,
  residentMegabytes: 2048,
  seconds: 25,
  // 3 seconds on an idle machine, 8 to 12 with twice as many busy processes as processors.
  secondsPerPage: 15,
}

export const LARGEST_FILE = 50 * 1024 * 1024
/** A thick book. The parent reads and indexes what comes back, five seconds and 200 MB for so much. */
export const LONGEST_TEXT = 1_000_000
