import { createHash } from 'node:crypto'
import { LIMITS } from '@/lib/config/limits'
import type { BusinessLogoInput } from '@/lib/domain/access/business-inputs'
import { failure, type Result } from '@/lib/domain/operation/result'
import type { LogoProblem } from '@/lib/domain/operation/setting-failure'
import { changeSetting, type SettingChanged, type SettingContext } from './change-setting'
import { isVectorPicture, readPicture } from './read-picture'

/**
 * Sets the logo, or takes it away: a PNG, JPEG or WebP by its bytes, of a bounded size. The picture is
 * stored in the same statement as the setting.
 */
export async function setLogo(
  context: SettingContext,
  { file, seenAt }: BusinessLogoInput,
): Promise<Result<SettingChanged>> {
  const key = 'business_logo'
  if (file === null) return changeSetting(context, { key, value: null, seenAt })
  const { bytes: most, px } = LIMITS.business.logo
  const bytes = Buffer.from(file, 'base64')
  if (bytes.length > most) return refused('too_large')
  const picture = readPicture(bytes)
  if (picture === null) return refused(isVectorPicture(bytes) ? 'vector' : 'no_image')
  const { contentType, widthPx, heightPx } = picture
  if (widthPx > px || heightPx > px) return refused('too_many_pixels')
  const hash = createHash('sha256').update(bytes).digest('hex')
  const value = { hash, contentType, widthPx, heightPx }
  return changeSetting(context, { key, value, seenAt, image: { hash, contentType, bytes } })
}

function refused(problem: LogoProblem): Result<never> {
  const { bytes, px } = LIMITS.business.logo
  return failure('logo_refused', {
    field: 'logo',
    values: { problem, maxKilobytes: bytes / 1024, maxPx: px },
  })
}
