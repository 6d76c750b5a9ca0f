import { SecretPage } from '../features/votes/secret/SecretPage.tsx'

/** What secrecy protects, and what it does not. */
export function Secrecy() {
  return (
    <div className="page page-medium">
      <SecretPage />
    </div>
  )
}
