import { useNavigate } from 'react-router'
import { useCreateEdition, useEditions } from '../features/award/office/api.ts'
import { startOf } from '../features/award/office/asking.ts'
import { EditionForm } from '../features/award/office/EditionForm.tsx'
import { useSay } from '../features/award/office/texts/say.ts'
import { paths } from '../lib/paths.ts'
import { Button } from '../ui/Button.tsx'
import { Link } from '../ui/Link.tsx'
import { Loaded } from '../ui/Loaded.tsx'
import { Missing } from '../ui/Missing.tsx'
import { PageHead } from '../ui/PageHead.tsx'
import { toast } from '../ui/toasts.ts'
import { useNow } from '../ui/use-now.ts'

/** Prepares an edition: nobody but those who run the award has anything to do with it before the call opens. */
export function NewAward() {
  const t = useSay()
  const navigate = useNavigate()
  const now = useNow()
  const create = useCreateEdition()
  return (
    <div className="page page-medium">
      <Loaded query={useEditions()}>
        {({ items, can }) =>
          can.create ? (
            <>
              <PageHead
                above={<Link to={paths.awards}>{t('awards.tab')}</Link>}
                title={t('edition.new')}
                lede={t('edition.newLede')}
              />
              <EditionForm
                start={startOf(items, t('edition.usualName'), now)}
                error={create.error}
                onSubmit={(body) =>
                  create.mutate(body, {
                    onSuccess: ({ id }) => {
                      toast(t('edition.created'))
                      void navigate(paths.award(id), { replace: true })
                    },
                  })
                }
                actions={
                  <Button type="submit" variant="primary" wide="phone" isPending={create.isPending}>
                    {t('edition.create')}
                  </Button>
                }
              />
            </>
          ) : (
            <Missing />
          )
        }
      </Loaded>
    </div>
  )
}
