import { defineWebhook } from '@/lib/access/define-webhook'
import { findWebhookTarget, receiveWebhook } from '@/lib/sync/receive-webhook'

const handle = defineWebhook({ findTarget: findWebhookTarget, receive: receiveWebhook })

export { handle as GET, handle as POST }
