import { useSeats } from '../features/admin/api.ts'
import { SeatsForm } from '../features/admin/SeatsForm.tsx'
import { useSay } from '../features/admin/texts/say.ts'
import { Loaded } from '../ui/Loaded.tsx'
import { PageHead } from '../ui/PageHead.tsx'

/** How many seats, and how parity binds. */
export function AdminSeats() {
  const t = useSay()
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
