-- What looks the same on a screen is found: both what is typed and what is stored are compared as
-- `search_key` writes them. Rewrites the table of payments.

-- lib/domain/listing/search-key.ts is the same in the application; a test compares them.
CREATE FUNCTION search_key(value text) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN lower(btrim(regexp_replace(regexp_replace(regexp_replace(
  normalize(
    regexp_replace(value, '[\u0060\u00b4\u2018\u2019\u201b\u02bc\u2032\uff40]', '''', 'g'),
    NFKC
  ),
  '[\u0001-\u0008\u000e-\u001f\u007f-\u0084\u0086-\u009f\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff\ufff9-\ufffb]',
  '', 'g'),
  '[\u02d7\u2010-\u2015\u2043\u2212]', '-', 'g'),
  '[\u0009-\u000d \u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+', ' ', 'g')));

DROP INDEX transactions_reference_end;
DROP INDEX transactions_customer_email;
-- Its index goes with it.
ALTER TABLE transactions DROP COLUMN search_text;
ALTER TABLE transactions ADD COLUMN search_text text NOT NULL GENERATED ALWAYS AS (
  ' ' || search_key(
    coalesce(order_reference, '') || ' ' || coalesce(order_reference2, '') || ' '
    || coalesce(customer_name, '') || ' ' || coalesce(customer_email, '') || ' '
    || coalesce(customer_phone, '') || ' ' || provider_transaction_id
  ) || ' '
  || coalesce('zp' || nullif(ltrim(regexp_replace(
    replace(customer_phone, '(0)', ''), '[^0-9]', '', 'g'
  ), '0'), '') || 'zp ', '')
  || coalesce('zq' || substring(
    jsonb_path_query_first(payment_details, '$[*] ? (@.label == "Number").value') #>> '{}'
    from '([0-9]{4})[^0-9]*$'
  ) || 'qz ', '')
) STORED;

CREATE INDEX transactions_search ON transactions USING gin (search_text gin_trgm_ops);
-- Backwards, so that the end of a reference is a range of the index.
CREATE INDEX transactions_reference_end
  ON transactions ((reverse(search_key(order_reference)) COLLATE "C"));
CREATE INDEX transactions_customer_email ON transactions (
  search_key(customer_email), provider_created_at DESC NULLS LAST, id DESC NULLS LAST
);
-- What a person typed as the reference of an operation, in front of ours.
CREATE INDEX operations_typed_reference ON operations (search_key(left(reference, -36)))
  WHERE length(reference) > 36;
