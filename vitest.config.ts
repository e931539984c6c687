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
    // No bar for speed: whole processes, a browser and workerd run inside some tests, on two cores that may be busy.
    testTimeout: 300_000,
    hookTimeout: 300_000,
  },
})
