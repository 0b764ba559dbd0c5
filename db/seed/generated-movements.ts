/**
 * The captures and refunds that payments count, some hours after them, as the provider reports it.
 */
export const MOVEMENTS = `
  insert into transaction_events (
    transaction_id, currency, provider_event_id, position, kind, provider_kind, state,
    amount_minor, lines, closes, occurred_at
  )
  select
    id, currency, 'generated.' || kind, position, kind, upper(kind), 'succeeded', amount, '[]', '[]',
    least(provider_created_at + interval '1 hour' * hours, now())
  from transactions cross join lateral (values
    (0, 'capture', captured_minor, 1 + (hashtext(order_reference) & 63)),
    (1, 'refund', refunded_minor, 72 + (hashtext(order_reference) & 255))
  ) as movement (position, kind, amount, hours)
  where event_count > 0 and amount > 0 and not exists (
    select 1 from transaction_events as reported where reported.transaction_id = transactions.id
  )`

/** The refunds that were made in Paydesk: each second one, with a reason. */
export const REFUNDS = `
  with actor as (select id, name, role from users order by email limit 1)
  insert into operations (
    id, transaction_id, kind, state, amount_minor, currency, lines, reason, reference, input_digest,
    actor_id, actor_name, actor_role, request_id, baseline_totals, baseline_event_count,
    created_at, sent_at, settled_at
  )
  select
    gen_random_uuid(), transaction_id, 'refund', 'succeeded', amount_minor, currency, '[]',
    (array['Returned', 'Returned: too small', 'Damaged', 'Goodwill', 'Cancelled'])[
      1 + (hashtext(transaction_id::text) & 7) * 5 / 8
    ],
    transaction_id::text, '', actor.id, actor.name, actor.role, gen_random_uuid(),
    jsonb_build_object(
      'authorizedMinor', amount_minor, 'capturedMinor', amount_minor, 'refundedMinor', 0,
      'releasedMinor', 0
    ),
    1, occurred_at, occurred_at, occurred_at
  from transaction_events, actor
  where kind = 'refund' and provider_event_id = 'generated.refund'
    and hashtext(transaction_id::text) & 1 = 0`
