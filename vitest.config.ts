import { defineConfig } from 'vitest/config'

// For the scripts alone: every workspace runs its own tests.
export default defineConfig({ test: { include: ['scripts/**/*.test.mjs'] } })
