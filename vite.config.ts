import tailwindcss from '@tailwindcss/vite'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vitest/config'
import { konektorProxy } from './src/host/vite-plugin.ts'

/** Recharts and what it brings: loaded where a chart is drawn, and nowhere else. */
const charts =
  /recharts|d3-|redux|immer|reselect|es-toolkit|decimal\.js|eventemitter3|use-sync-external-store|ui\/charts\//
/** What pages of figures have in common; a list of leads needs none of it. */
const figures =
  /parts\/(?:explain|export|funnel|print)\/|parts\/figures\/(?!known-sum|range-text)|parts\/period\/(?:compare|period-control|period-keys|period-actions|use-comp|use-matur|day-range)|queries\/(?:comparison|period-step|keep-quarter)|messages\/(?:explain|compare|change|print|funnel|trend)_/

/** What three pages or more use is one file: each small file costs a round trip and a kilobyte of headers. */
const codeGroups = [
  // What the first file itself needs comes with it, and drags nothing else along.
  { name: 'initial', priority: 2, tags: ['$initial' as const] },
  { name: 'shared', minShareCount: 3, priority: 1, test: (id: string) => !charts.test(id) && !figures.test(id) },
  { name: 'figures', minShareCount: 2, test: figures },
]

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
        rolldownOptions: { output: { codeSplitting: { groups: [...codeGroups] } } },
      },
  test: {
    testTimeout: process.env.PROVE === '1' ? 900_000 : 30_000, // `npm run prove` counts in full
    hookTimeout: 90_000,
    projects: [
      { extends: true, test: { name: 'servers', include: ['src/{contract,bff,desk,sandbox,host}/**/*.test.ts'] } },
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
