import { type ComponentType, lazy } from 'react'
import { Route, Routes } from 'react-router'
import { RouteEffects } from './RouteEffects.tsx'
import { Shell } from './shell/Shell.tsx'
import { Threshold } from './shell/Threshold.tsx'
import { SignedIn } from './SignedIn.tsx'

/** A screen, loaded when it is opened. */
const screen = <Name extends string>(name: Name, load: () => Promise<Record<Name, ComponentType>>) =>
  lazy(async () => ({ default: (await load())[name] }))

const Home = screen('Home', () => import('../routes/Home.tsx'))
const SignIn = screen('SignIn', () => import('../routes/SignIn.tsx'))
const Forgotten = screen('Forgotten', () => import('../routes/Forgotten.tsx'))
const Reset = screen('Reset', () => import('../routes/Reset.tsx'))
const Invitation = screen('Invitation', () => import('../routes/Invitation.tsx'))
const Setup = screen('Setup', () => import('../routes/Setup.tsx'))
const Spaces = screen('Spaces', () => import('../routes/Spaces.tsx'))
const NewSpace = screen('NewSpace', () => import('../routes/NewSpace.tsx'))
const Space = screen('Space', () => import('../routes/Space.tsx'))
const SpacePeople = screen('SpacePeople', () => import('../routes/SpacePeople.tsx'))
const SpaceSettings = screen('SpaceSettings', () => import('../routes/SpaceSettings.tsx'))
const Profile = screen('Profile', () => import('../routes/Profile.tsx'))
const Search = screen('Search', () => import('../routes/Search.tsx'))
const SpaceTopics = screen('SpaceTopics', () => import('../routes/SpaceTopics.tsx'))
const NewTopic = screen('NewTopic', () => import('../routes/NewTopic.tsx'))
const Topic = screen('Topic', () => import('../routes/Topic.tsx'))
const Votes = screen('Votes', () => import('../routes/Votes.tsx'))
const Vote = screen('Vote', () => import('../routes/Vote.tsx'))
const Draft = screen('Draft', () => import('../routes/Draft.tsx'))
const Secrecy = screen('Secrecy', () => import('../routes/Secrecy.tsx'))
const VoteLog = screen('VoteLog', () => import('../routes/VoteLog.tsx'))
const Candidacy = screen('Candidacy', () => import('../routes/Candidacy.tsx'))
const Application = screen('Application', () => import('../routes/Application.tsx'))
const ConfirmApplication = screen('ConfirmApplication', () => import('../routes/ConfirmApplication.tsx'))
const FollowApplication = screen('FollowApplication', () => import('../routes/FollowApplication.tsx'))
const Welcome = screen('Welcome', () => import('../routes/Welcome.tsx'))
const Calls = screen('Calls', () => import('../routes/Calls.tsx'))
const ConfirmEntry = screen('ConfirmEntry', () => import('../routes/ConfirmEntry.tsx'))
const NewEntry = screen('NewEntry', () => import('../routes/NewEntry.tsx'))
const NewCandidacy = screen('NewCandidacy', () => import('../routes/NewCandidacy.tsx'))
const SpaceVotes = screen('SpaceVotes', () => import('../routes/SpaceVotes.tsx'))
const NewDecision = screen('NewDecision', () => import('../routes/NewDecision.tsx'))
const SpacePages = screen('SpacePages', () => import('../routes/SpacePages.tsx'))
const SpaceTrash = screen('SpaceTrash', () => import('../routes/SpaceTrash.tsx'))
const SpaceUntouched = screen('SpaceUntouched', () => import('../routes/SpaceUntouched.tsx'))
const NewPage = screen('NewPage', () => import('../routes/NewPage.tsx'))
const PageComparison = screen('PageComparison', () => import('../routes/PageComparison.tsx'))
const PageHistory = screen('PageHistory', () => import('../routes/PageHistory.tsx'))
const ImportPages = screen('ImportPages', () => import('../routes/ImportPages.tsx'))
const Page = screen('Page', () => import('../routes/Page.tsx'))
const Administration = screen('Administration', () => import('../routes/Administration.tsx'))
const AdminPeople = screen('AdminPeople', () => import('../routes/AdminPeople.tsx'))
const AdminInvitations = screen('AdminInvitations', () => import('../routes/AdminInvitations.tsx'))
const AdminSeats = screen('AdminSeats', () => import('../routes/AdminSeats.tsx'))
const AdminAdmissions = screen('AdminAdmissions', () => import('../routes/AdminAdmissions.tsx'))
const AdminMails = screen('AdminMails', () => import('../routes/AdminMails.tsx'))
const AdminTemplates = screen('AdminTemplates', () => import('../routes/AdminTemplates.tsx'))
const AdminTemplate = screen('AdminTemplate', () => import('../routes/AdminTemplate.tsx'))
const Committee = screen('Committee', () => import('../routes/Committee.tsx'))
const Renewal = screen('Renewal', () => import('../routes/Renewal.tsx'))
const SpaceMeetings = screen('SpaceMeetings', () => import('../routes/SpaceMeetings.tsx'))
const NewMeeting = screen('NewMeeting', () => import('../routes/NewMeeting.tsx'))
const Meeting = screen('Meeting', () => import('../routes/Meeting.tsx'))
const Awards = screen('Awards', () => import('../routes/Awards.tsx'))
const Palmares = screen('Palmares', () => import('../routes/Palmares.tsx'))
const PalmaresStage = screen('PalmaresStage', () => import('../routes/PalmaresStage.tsx'))
const NotFound = screen('NotFound', () => import('../routes/NotFound.tsx'))

/** Every address; one line each, as in lib/paths.ts. A screen is the export of its file's name in routes/. */
export function Router() {
  return (
    <>
      <RouteEffects />
      <Routes>
        <Route element={<Threshold />}>
          <Route path="/connexion" element={<SignIn />} />
          <Route path="/mot-de-passe-oublie" element={<Forgotten />} />
          <Route path="/mot-de-passe/:secret?" element={<Reset />} />
          <Route path="/invitation/:secret?" element={<Invitation />} />
          <Route path="/installation/:secret?" element={<Setup />} />
          <Route path="/candidature" element={<Application />} />
          <Route path="/candidature/confirmer" element={<ConfirmApplication />} />
          <Route path="/candidature/suivi/:secret?" element={<FollowApplication />} />
          <Route path="/appel/:editionId?" element={<Calls />} />
          <Route path="/prix/dossier" element={<ConfirmEntry />} />
        </Route>
        <Route path="/palmares/:id/scene" element={<PalmaresStage />} />
        <Route path="/palmares/:id/repetition" element={<PalmaresStage />} />
        <Route element={<Shell />}>
          <Route element={<SignedIn />}>
            <Route path="/" element={<Home />} />
            <Route path="/espaces" element={<Spaces />} />
            <Route path="/espaces/nouveau" element={<NewSpace />} />
            <Route path="/espaces/nouvelle-boucle" element={<NewSpace />} />
            <Route path="/moi" element={<Profile />} />
            <Route path="/administration" element={<Administration />}>
              <Route index element={<AdminPeople />} />
              <Route path="invitations" element={<AdminInvitations />} />
              <Route path="sieges" element={<AdminSeats />} />
              <Route path="admissions" element={<AdminAdmissions />} />
              <Route path="courriels" element={<AdminMails />} />
              <Route path="modeles" element={<AdminTemplates />} />
              <Route path="modeles/:id" element={<AdminTemplate />} />
            </Route>
            <Route path="/recherche" element={<Search />} />
            <Route path="/votes" element={<Votes />} />
            <Route path="/votes/preparation/:id" element={<Draft />} />
            <Route path="/votes/secret" element={<Secrecy />} />
            <Route path="/votes/:id" element={<Vote />} />
            <Route path="/votes/:id/journal" element={<VoteLog />} />
            <Route path="/prix/:id/nouveau-dossier" element={<NewEntry />} />
            <Route path="/comite" element={<Committee />} />
            <Route path="/comite/renouvellement" element={<Renewal />} />
            <Route path="/reunions/:id" element={<Meeting />} />
            <Route path="/prix/*" element={<Awards />} />
            <Route path="/candidatures/:id" element={<Candidacy />} />
            <Route path="/bienvenue" element={<Welcome />} />
            <Route path="/pages/:id/historique" element={<PageHistory />} />
            <Route path="/pages/:id/comparaison" element={<PageComparison />} />
          </Route>
          <Route path="/candidatures/nouvelle" element={<NewCandidacy />} />
          <Route path="/sujets/:id" element={<Topic />} />
          <Route path="/espaces/:slug" element={<Space />}>
            <Route index element={<SpaceTopics />} />
            <Route path="pages" element={<SpacePages />} />
            <Route element={<SignedIn />}>
              <Route path="personnes" element={<SpacePeople />} />
              <Route path="reglages" element={<SpaceSettings />} />
              <Route path="nouvelle-page" element={<NewPage />} />
              <Route path="pages/corbeille" element={<SpaceTrash />} />
              <Route path="pages/a-revoir" element={<SpaceUntouched />} />
              <Route path="importer" element={<ImportPages />} />
              <Route path="importer/:importId" element={<ImportPages />} />
              <Route path="nouveau-sujet" element={<NewTopic />} />
              <Route path="votes" element={<SpaceVotes />} />
              <Route path="reunions" element={<SpaceMeetings />} />
              <Route path="nouvelle-reunion" element={<NewMeeting />} />
              <Route path="nouvelle-decision" element={<NewDecision />} />
            </Route>
          </Route>
          <Route path="/palmares/*" element={<Palmares />} />
          <Route path="/pages/:id" element={<Page />} />
          <Route path="*" element={<NotFound />} />
        </Route>
      </Routes>
    </>
  )
}
