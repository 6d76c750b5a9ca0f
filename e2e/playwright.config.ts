import { defineConfig } from '@playwright/test'

/** Journeys against the built product, in the system's Chromium. The server is started by global-setup.ts. */
export default defineConfig({
  testDir: './journeys',
  outputDir: './test-results',
  globalSetup: './global-setup.ts',
  fullyParallel: false,
  // One server with one database: journeys run one after the other, and each makes what it changes.
  workers: 1,
  retries: 0,
  // A journey has many steps, and shares its machine with whatever else is tested.
  timeout: 300_000,
  expect: { timeout: 30_000 },
  reporter: [['list']],
  use: {
    locale: 'fr-FR',
    timezoneId: 'Europe/Paris',
    viewport: { width: 390, height: 844 },
    // It costs a tenth of a journey, and nobody can open it where CI ran.
    trace: process.env.CI ? 'off' : 'retain-on-failure',
    launchOptions: {
      executablePath: process.env.CHROMIUM_PATH || '/usr/bin/chromium',
      // Chromium's sandbox does not start for root, as CI is.
      args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
    },
  },
})
