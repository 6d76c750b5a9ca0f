import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

const api = process.env['CENACLE_API'] ?? 'http://127.0.0.1:3000'

const everywhere =
  'Badge|Button|classes|EmptyState|inner-path|Link|Loaded|Menu[.]|Missing|More|Notice|PageHead|person-color|Portrait|problem-text|Skeleton|SkipLink|text-place|TimeAgo|Toast|toasts|use-|VisuallyHidden'

export default defineConfig({
  plugins: [react()],
  // Two copies of Yjs in one page lose updates in silence.
  resolve: { dedupe: ['yjs', 'react', 'react-dom'] },
  build: {
    target: 'es2022',
    outDir: 'dist',
    // An inlined font or picture would need data: in the content security policy.
    assetsInlineLimit: 0,
    reportCompressedSize: false,
    // Lets a test weigh what the first screen loads.
    manifest: true,
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            // What changes with our dependencies only stays in the cache of browsers from one version to the next.
            {
              name: 'vendor',
              test: /node_modules\/(?:react|react-dom|scheduler|react-router|@tanstack\/[\w-]+)\//,
              priority: 2,
            },
            // What every screen needs comes in one file instead of twenty; receipts are for who has voted in secret, hashes for who verifies.
            {
              name: 'base',
              test: new RegExp(`client/src/(?:app|lib/(?!receipts|sha256)|realtime|i18n/typeset|ui/(?:${everywhere}))`),
              priority: 1,
            },
          ],
        },
      },
    },
  },
  server: {
    host: '127.0.0.1',
    proxy: { '/api': api, '/ws': { target: api, ws: true }, '/collab': { target: api, ws: true } },
  },
})
