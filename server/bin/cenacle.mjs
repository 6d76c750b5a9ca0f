#!/usr/bin/env node
// The shim that pnpm makes runs this on the workspace's own Node when there is one.
await import('../src/cli/main.ts')
