import { Download } from 'lucide-react'
import { lazy, Suspense, useState } from 'react'
import { useT } from '../../../i18n/i18n.tsx'
import { Button } from '../../../ui/Button.tsx'

const ExportDialog = lazy(async () => ({ default: (await import('./ExportDialog.tsx')).ExportDialog }))

/** Takes the pages of a space along. What it opens is loaded when it is asked for. */
export function ExportButton({ spaceId }: { spaceId: string }) {
  const t = useT()
  const [isOpen, setIsOpen] = useState(false)
  return (
    <>
      <Button wide="phone" onPress={() => setIsOpen(true)}>
        <Download size={18} aria-hidden />
        {t('page.export')}
      </Button>
      {isOpen && (
        <Suspense>
          <ExportDialog id={spaceId} kind="space" onClose={() => setIsOpen(false)} />
        </Suspense>
      )}
    </>
  )
}
