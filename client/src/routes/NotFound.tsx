import { Missing } from '../ui/Missing.tsx'

/** No such address. */
export function NotFound() {
  return (
    <div className="page page-narrow">
      <Missing />
    </div>
  )
}
