-- Hand-written part of the first migration: what the tables below need.
CREATE EXTENSION IF NOT EXISTS citext;
CREATE EXTENSION IF NOT EXISTS pg_trgm;

-- The application's time: the wall clock, plus in the demo how far it was moved. Functions bodies in SQL are checked at
-- call time, so that it may stand before its table.
SET check_function_bodies = false;
CREATE FUNCTION app_now() RETURNS timestamptz LANGUAGE sql VOLATILE AS $$
  SELECT clock_timestamp() + coalesce((SELECT "offsetMs" FROM public."clock" WHERE id = 1), 0) * interval '1 millisecond'
$$;
