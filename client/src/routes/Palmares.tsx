import { lazy } from 'react'
import { Route, Routes } from 'react-router'
import { NotFound } from './NotFound.tsx'
import { OnePalmares } from './OnePalmares.tsx'
import { PalmaresArchive } from './PalmaresArchive.tsx'

/** For two people, once in a while: who reads does not carry it. */
const PalmaresErratum = lazy(async () => ({ default: (await import('./PalmaresErratum.tsx')).PalmaresErratum }))

/** The addresses under /palmares, together, so that the first screen of everybody else does not name each. */
export function Palmares() {
  return (
    <Routes>
      <Route index element={<PalmaresArchive />} />
      <Route path=":id" element={<OnePalmares />} />
      <Route path=":id/erratum" element={<PalmaresErratum />} />
      <Route path="*" element={<NotFound />} />
    </Routes>
  )
}
