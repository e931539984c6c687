import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    environment: 'node',
    // As in the process that reads scans; the OCR runtime would report from tests too.
    env: { ORT_DISABLE_TELEMETRY: '1' },
    // Native modules keep state for their whole process.
    pool: 'forks',
    reporters: ['default', './test/count-reporter.ts'],
    // Whole processes, a browser and workerd run inside some tests, and the machine may have two cores.
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
})
