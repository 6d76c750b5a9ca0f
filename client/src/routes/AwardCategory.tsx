import { useNavigate, useParams } from 'react-router'
import type { CreateCategoryBody } from '@cenacle/contract/award'
import { type Category, type Edition, useChangeCategory, useCreateCategory } from '../features/award/office/api.ts'
import { CategoryForm } from '../features/award/office/CategoryForm.tsx'
import { useEditionHere } from '../features/award/office/edition-context.ts'
import { useSay } from '../features/award/office/texts/say.ts'
import { PeoplePicker } from '../features/spaces/PeoplePicker.tsx'
import { paths } from '../lib/paths.ts'
import { Button, LinkButton } from '../ui/Button.tsx'
import { Missing } from '../ui/Missing.tsx'
import { PageHead } from '../ui/PageHead.tsx'
import { toast } from '../ui/toasts.ts'

function Writing({ edition, category }: { edition: Edition; category?: Category }) {
  const t = useSay()
  const navigate = useNavigate()
  const create = useCreateCategory(edition.id)
  const change = useChangeCategory(category?.id ?? '')
  const back = paths.award(edition.id, 'categories')
  const { mutate, error, isPending } = category ? change : create
  const submit = (body: CreateCategoryBody): void =>
    mutate(body, {
      onSuccess: () => {
        toast(t(category ? 'category.saved' : 'category.made'))
        void navigate(back)
      },
    })
  return (
    <div className="page-inner">
      <PageHead title={category ? t('category.editing', { name: category.name }) : t('category.new')} />
      <CategoryForm
        {...(category && { category })}
        isFrozen={!edition.can.setRules}
        medals={edition.categories.at(-1)?.medals ?? [t('medal.gold'), t('medal.silver'), t('medal.bronze')]}
        People={PeoplePicker}
        error={error}
        onSubmit={submit}
        actions={
          <>
            <Button type="submit" variant="primary" wide="phone" isPending={isPending}>
              {category ? t('ui.save') : t('category.add')}
            </Button>
            <LinkButton to={back} variant="quiet" wide="phone">
              {t('ui.cancel')}
            </LinkButton>
          </>
        }
      />
    </div>
  )
}

/** One category while it may change, or a new one. */
export function AwardCategory() {
  const edition = useEditionHere()
  const { categoryId = '' } = useParams()
  const category = edition.categories.find(({ id }) => id === categoryId)
  const isNew = categoryId === 'nouvelle' && edition.can.setRules
  if (!edition.can.change || (!category && !isNew)) return <Missing />
  return <Writing key={categoryId} edition={edition} {...(category && { category })} />
}
