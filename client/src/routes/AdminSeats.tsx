import { useSeats } from '../features/admin/api.ts'
import { SeatsForm } from '../features/admin/SeatsForm.tsx'
import { useT } from '../i18n/i18n.tsx'
import { Loaded } from '../ui/Loaded.tsx'
import { PageHead } from '../ui/PageHead.tsx'

/** How many seats, and how parity binds. */
export function AdminSeats() {
  const t = useT()
  const seats = useSeats()
  return (
    <>
      <PageHead
        title={t('admin.seatsTitle')}
        tabTitle={`${t('admin.seats')}, ${t('app.administration')}`}
        lede={t('admin.seatsLede')}
      />
      <Loaded query={seats}>{(answer) => <SeatsForm seats={answer} />}</Loaded>
    </>
  )
}
