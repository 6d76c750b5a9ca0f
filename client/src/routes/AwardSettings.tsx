import { useNavigate } from 'react-router'
import { useChangeEdition } from '../features/award/office/api.ts'
import { EditionForm } from '../features/award/office/EditionForm.tsx'
import { useEditionHere } from '../features/award/office/edition-context.ts'
import { EmbargoForm } from '../features/award/office/EmbargoForm.tsx'
import { useSay } from '../features/award/office/texts/say.ts'
import { paths } from '../lib/paths.ts'
import { Button, LinkButton } from '../ui/Button.tsx'
import { Missing } from '../ui/Missing.tsx'
import { Notice } from '../ui/Notice.tsx'
import { PageHead } from '../ui/PageHead.tsx'
import { toast } from '../ui/toasts.ts'

/** Texts and calendar of an edition while they may change; afterwards what still may, and why not the rest. */
export function AwardSettings() {
  const t = useSay()
  const navigate = useNavigate()
  const edition = useEditionHere()
  const change = useChangeEdition(edition.id)
  const { can } = edition
  if (!can.run) return <Missing />
  return (
    <div className="page-inner">
      <PageHead title={t('settings.title')} tabTitle={t('settings.tab')} />
      {can.change ? (
        <EditionForm
          key={edition.id}
          edition={edition}
          start={edition}
          error={change.error}
          onSubmit={(body) =>
            change.mutate(body, {
              onSuccess: ({ id }) => {
                toast(t('edition.saved'))
                void navigate(paths.award(id))
              },
            })
          }
          actions={
            <>
              <Button type="submit" variant="primary" wide="phone" isPending={change.isPending}>
                {t('ui.save')}
              </Button>
              <LinkButton to={paths.award(edition.id)} variant="quiet" wide="phone">
                {t('ui.cancel')}
              </LinkButton>
            </>
          }
        />
      ) : (
        <div className="stack-loose">
          <Notice title={t('frozen.title')}>{t(can.setEmbargo ? 'frozen.edition' : 'frozen.sealed')}</Notice>
          {can.setEmbargo && <EmbargoForm key={edition.embargoAt} edition={edition} />}
        </div>
      )}
    </div>
  )
}
