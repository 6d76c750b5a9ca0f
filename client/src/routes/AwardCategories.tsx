import { CategoryList } from '../features/award/office/CategoryList.tsx'
import { useEditionHere } from '../features/award/office/edition-context.ts'
import { Missing } from '../ui/Missing.tsx'

/** The categories of an edition, to those who prepare them. */
export function AwardCategories() {
  const edition = useEditionHere()
  if (!edition.can.run) return <Missing />
  return (
    <div className="page-inner">
      <CategoryList edition={edition} />
    </div>
  )
}
