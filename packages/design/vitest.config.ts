import solid from 'vite-plugin-solid'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  plugins: [solid({ solid: { inlineStyles: false } })],
  test: { name: 'design', environment: 'happy-dom', include: ['src/**/*.test.tsx'] },
})
