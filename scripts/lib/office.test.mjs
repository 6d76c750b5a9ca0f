import assert from 'node:assert/strict'
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { lacking } from './office.mjs'

test('a program that is not there is named', (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'cenacle-office-'))
  t.after(() => rmSync(folder, { recursive: true, force: true }))
  assert.deepEqual(lacking(folder), ['soffice', 'qpdf', 'pdftotext'])
  const path = join(folder, 'qpdf')
  writeFileSync(path, '#!/bin/sh\n')
  assert.deepEqual(lacking(folder), ['soffice', 'qpdf', 'pdftotext'])
  chmodSync(path, 0o755)
  assert.deepEqual(lacking(folder), ['soffice', 'pdftotext'])
})
