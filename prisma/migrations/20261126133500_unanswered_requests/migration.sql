-- Hand-written: a partial index of an expression. The sweep for requests that nobody has answered looks every other second.
CREATE INDEX request_unanswered ON "request" (coalesce("openedAt", "createdAt"), id)
  WHERE status = 'accepting' AND audience = 'everyone' AND "responseCount" = 0 AND "unansweredAt" IS NULL;
