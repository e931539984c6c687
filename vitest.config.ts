import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    environment: 'node',
    // Native modules keep state for their whole process.
    pool: 'forks',
    reporters: ['default', './test/count-reporter.ts'],
    // Whole processes, a browser and workerd run inside some tests, and the machine may have two cores.
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
})
