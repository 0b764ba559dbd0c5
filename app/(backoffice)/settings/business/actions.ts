'use server'

import type { ActionContext } from '@/lib/access/action-core'
import { defineAction } from '@/lib/access/define-action'
import {
  setBusinessName,
  setBusinessZone,
  setOfferedLanguages,
} from '@/lib/business/change-business'
import { setReviewLimits, setSecondFactorRoles, setStepUp } from '@/lib/business/set-limits'
import { setLogo } from '@/lib/business/set-logo'
import { setReasons } from '@/lib/business/set-reasons'
import { i18nOfReader } from '@/lib/i18n/reader'
import {
  businessLogoInput,
  businessNameInput,
  businessZoneInput,
  languagesInput,
  reasonsInput,
  reviewLimitsInput,
  secondFactorRolesInput,
  stepUpInput,
} from './inputs'

const permission = 'manage_business'

/** Of what others decide and do by: as for changes of people. */
const stepUp = () => ({ kind: 'people' }) as const

const event = () => ({ event: 'setting_change' }) as const

/** Sets the name that is shown in place of the product's. */
export const changeBusinessName = defineAction({
  permission,
  input: businessNameInput,
  event,
  run: setBusinessName,
})

/** Sets the logo, or takes it away. */
export const changeLogo = defineAction({
  permission,
  input: businessLogoInput,
  event,
  run: setLogo,
})

/** Sets the time zone for people who have chosen none. */
export const changeBusinessZone = defineAction({
  permission,
  input: businessZoneInput,
  event,
  run: setBusinessZone,
})

/** Sets the languages that people choose from. */
export const changeLanguages = defineAction({
  permission,
  input: languagesInput,
  event,
  run: setOfferedLanguages,
})

/** Sets the reasons that people pick from for refunds, or for voids. */
export const changeReasons = defineAction({
  permission,
  input: reasonsInput,
  event,
  run: async (context, input) => {
    const { t } = await i18nOfReader(context.settings)
    return setReasons(context, input, (code) =>
      code.startsWith('own_') ? code : t(`reasons.${code}` as 'reasons.other'),
    )
  },
})

/** Sets the sums above which two people must decide the same. */
export const changeReviewLimits = defineAction({
  permission,
  input: reviewLimitsInput,
  stepUp,
  event,
  run: async (context, input) => setReviewLimits(context, input, await decimalMark(context)),
})

/** Sets the roles whose people need a second factor. */
export const changeSecondFactorRoles = defineAction({
  permission,
  input: secondFactorRolesInput,
  stepUp,
  event,
  run: setSecondFactorRoles,
})

/** Sets what needs a second factor that was shown minutes ago. */
export const changeStepUp = defineAction({
  permission,
  input: stepUpInput,
  stepUp,
  event,
  run: async (context, input) => setStepUp(context, input, await decimalMark(context)),
})

async function decimalMark({ settings }: ActionContext): Promise<string> {
  return (await i18nOfReader(settings)).formats.decimalMark
}
