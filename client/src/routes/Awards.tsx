import { type ComponentType, lazy } from 'react'
import { Route, Routes } from 'react-router'

/** A screen, loaded when it is opened: each, so that the first load names no file of theirs. */
const screen = <Name extends string>(name: Name, load: () => Promise<Record<Name, ComponentType>>) =>
  lazy(async () => ({ default: (await load())[name] }))

const AwardList = screen('AwardList', () => import('./AwardList.tsx'))
const Award = screen('Award', () => import('./Award.tsx'))
const AwardAbout = screen('AwardAbout', () => import('./AwardAbout.tsx'))
const AwardDuty = screen('AwardDuty', () => import('./AwardDuty.tsx'))
const NotFound = screen('NotFound', () => import('./NotFound.tsx'))
const NewAward = screen('NewAward', () => import('./NewAward.tsx'))
const AwardSettings = screen('AwardSettings', () => import('./AwardSettings.tsx'))
const AwardCategories = screen('AwardCategories', () => import('./AwardCategories.tsx'))
const AwardCategory = screen('AwardCategory', () => import('./AwardCategory.tsx'))
const AwardEntries = screen('AwardEntries', () => import('./AwardEntries.tsx'))
const AwardShortlists = screen('AwardShortlists', () => import('./AwardShortlists.tsx'))
const AwardConflicts = screen('AwardConflicts', () => import('./AwardConflicts.tsx'))
const AwardDeliberation = screen('AwardDeliberation', () => import('./AwardDeliberation.tsx'))
const AwardJournal = screen('AwardJournal', () => import('./AwardJournal.tsx'))

/** Every address below /prix, so that the first load knows of one alone. */
export function Awards() {
  return (
    <Routes>
      <Route index element={<AwardList />} />
      <Route path="nouvelle" element={<NewAward />} />
      <Route path=":id" element={<Award />}>
        <Route index element={<AwardAbout />} />
        <Route path="reglages" element={<AwardSettings />} />
        <Route path="categories" element={<AwardCategories />} />
        <Route path="categories/:categoryId" element={<AwardCategory />} />
        <Route path="dossiers" element={<AwardEntries />} />
        <Route path="selection" element={<AwardShortlists />} />
        <Route path="recusations" element={<AwardConflicts />} />
        <Route path="votes" element={<AwardDuty />} />
        <Route path="journal" element={<AwardJournal />} />
        <Route path="deliberation" element={<AwardDeliberation />} />
      </Route>
      <Route path="*" element={<NotFound />} />
    </Routes>
  )
}
