import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { NewRuleForm } from '@/components/rules/new-rule-form'
import { RuleCard } from '@/components/rules/rule-card'
import { Locked } from '@/components/shell/locked'
import { database } from '@/db/client'
import { listRules } from '@/db/queries/extension/rules'
import { requireActor } from '@/lib/access/read-session'
import { isPermitted } from '@/lib/domain/access/permission'
import { rolesText } from '@/lib/i18n/describe-not-permitted'
import { getI18n } from '@/lib/i18n/get-i18n'
import { addExtensionRule, removeExtensionRule, switchExtensionRule } from './actions'
import { usualRule } from './inputs'

const ACTIONS = { switch: switchExtensionRule, remove: removeExtensionRule }

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('rules')
  return { title: `${t('pageTitle')} · Paydesk` }
}

export default async function RulesPage() {
  const { role, scope } = await requireActor()
  const { t, formats } = await getI18n()
  const isShown = isPermitted(role, 'manage_rules')
  return (
    <>
      <div className="pt-6 pb-5">
        <h1 className="text-2xl font-semibold tracking-tight">{t('rules.title')}</h1>
        <p className="text-ink-soft mt-0.5 text-sm">{t('rules.description')}</p>
      </div>
      {isShown && scope === 'all' ? (
        <Rules />
      ) : (
        <Locked title={t('rules.locked')}>
          {isShown
            ? t('rules.lockedScope')
            : t('rules.lockedMeaning', {
                role: t(`roles.${role}`),
                roles: rolesText('manage_rules', (name) => t(`roles.${name}`), formats),
              })}
        </Locked>
      )}
    </>
  )
}

async function Rules() {
  const t = await getTranslations('rules')
  const rules = await listRules(database())
  return (
    <div className="grid max-w-3xl gap-4">
      {rules.length === 0 && <p className="text-ink-soft text-sm">{t('none')}</p>}
      {rules.map((rule) => (
        <RuleCard key={rule.id} rule={rule} actions={ACTIONS} />
      ))}
      <NewRuleForm usual={usualRule} action={addExtensionRule} />
    </div>
  )
}
