import { useRunCommand } from '@/components/shell/shared/command-context'
import { Button, buttonStyle } from '@/components/ui/button'
import { Icon } from '@/components/ui/icon'
import type { OperationView } from '@/lib/domain/view/transaction-view'
import { useI18n } from '@/lib/i18n/use-i18n'

interface Props {
  readonly operation: Pick<OperationView, 'kind'>
  readonly providerName: string
  readonly portalUrl: string | null
  /** The same operation may be requested again now. */
  readonly canRetry: boolean
}

/** The ways on from an operation that moved no money: the dialog with its entry, the provider. */
export function OperationExits({ operation, providerName, portalUrl, canRetry }: Props) {
  const { t } = useI18n()
  const runCommand = useRunCommand()
  return (
    <p className="mt-2 flex flex-wrap items-center gap-x-4 gap-y-2 empty:hidden">
      {canRetry && (
        <Button size="small" onClick={() => runCommand(operation.kind)}>
          {t('operationCard.tryAgain')}
        </Button>
      )}
      {portalUrl !== null && (
        <a
          href={portalUrl}
          target="_blank"
          rel="noreferrer"
          className={buttonStyle({ size: 'small' })}
        >
          {t('operationCard.checks.openIn', { provider: providerName })}
          <Icon name="external" className="size-3.5" />
          <span className="sr-only"> {t('operationCard.checks.newTab')}</span>
        </a>
      )}
    </p>
  )
}
