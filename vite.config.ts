import tailwindcss from '@tailwindcss/vite'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vitest/config'
import { codeGroups } from './src/host/code-groups.ts'
import { konektorProxy } from './src/host/vite-plugin.ts'

// The sandbox's answers once more, on a PostgreSQL server: `npm test` starts one where it can.
const onServer = process.env.TEST_DATABASE_URL ? ['src/sandbox/{analytics,delivery,http,leads}/**/*.test.ts'] : []

export default defineConfig(({ isSsrBuild }) => ({
  plugins: [
    // The proxy: the browser asks its own origin under `mount`; the server adds the key and asks the upstream.
    // These are names; the key itself is read at start, by the host only.
    konektorProxy({
      mount: '/api/v2/agent',
      upstream: 'https://konektor.id',
      upstreamVariable: 'KONEKTOR_BASE_URL',
      keyVariable: 'KONEKTOR_API_KEY',
    }),
    react({ compiler: true }),
    tailwindcss(),
  ],
  server: { port: 5173, strictPort: true, watch: { ignored: ['**/{.data,.cache,dist,test-results}/**'] } },
  preview: { port: 4173, strictPort: true },
  build: isSsrBuild
    ? {
        outDir: 'dist/server',
        copyPublicDir: false,
        rolldownOptions: { input: { serve: 'src/host/serve.ts', sandbox: 'src/sandbox/main.ts' } },
      }
    : {
        outDir: 'dist/client',
        target: ['chrome120', 'edge120', 'firefox121', 'safari17'],
        modulePreload: { polyfill: false },
        // A font or picture in a data address would need a wider policy.
        assetsInlineLimit: 0,
        rolldownOptions: { output: { codeSplitting: { groups: codeGroups } } },
      },
  test: {
    testTimeout: process.env.PROVE === '1' ? 900_000 : 30_000, // `npm run prove` counts in full
    hookTimeout: 90_000,
    projects: [
      { extends: true, test: { name: 'servers', include: ['src/{contract,bff,desk,sandbox,host}/**/*.test.ts'] } },
      { extends: true, test: { name: 'PostgreSQL', include: onServer, env: { TEST_ENGINE: 'PostgreSQL' } } },
      {
        extends: true,
        test: {
          name: 'browser',
          environment: 'jsdom',
          include: ['src/browser/**/*.test.{ts,tsx}'],
          setupFiles: ['src/browser/test-setup.ts'],
        },
      },
    ],
  },
}))
