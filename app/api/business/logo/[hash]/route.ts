import { findBusinessLogo } from '@/db/queries/access/find-business-logo'
import { definePicture } from '@/lib/access/define-read'
import { failure, success } from '@/lib/domain/operation/result'

/** A picture that is or was the logo of the business, by its hash: to people who are signed in. */
export const GET = definePicture<{ hash: string }>({
  permission: 'view_transactions',
  run: async ({ database }, { hash }) => {
    const logo = await findBusinessLogo(database, hash)
    return logo === null ? failure('not_found', { values: { what: 'picture' } }) : success(logo)
  },
})
